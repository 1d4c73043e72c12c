package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Where no fix is certain, there is none. */
final class RefusalTest {

  @Test
  void publicFieldMayBeUsedElsewhere() {
    Refactoring.byDefault()
        .leaves(
            """
            public class Sample {
              public volatile int hits;

              public void hit() {
                hits++;
              }
            }
            """);
  }

  @Test
  void serialisedFieldKeepsItsTypeAndIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample implements java.io.Serializable {
              private volatile int hits;

              void hit() {
                hits++;
              }
            }
            """,
            """
            class Sample implements java.io.Serializable {
              private volatile int hits;

              void hit() {
                synchronized (this) {
                  hits++;
                }
              }
            }
            """);
  }

  @Test
  void fieldNamedInALiteralMayBeReflectedOnAndIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private static final String NAME = "hits";
              private volatile int hits;

              void hit() {
                hits++;
              }
            }
            """,
            """
            class Sample {
              private static final String NAME = "hits";
              private final Object lock = new Object();
              private volatile int hits;

              void hit() {
                synchronized (lock) {
                  hits++;
                }
              }
            }
            """);
  }

  @Test
  void commentInsideOfAnUpdateIsNotLost() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int hits;

              void hit() {
                hits = hits /* so far */ + 1;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile int hits;

              void hit() {
                synchronized (lock) {
                  hits = hits /* so far */ + 1;
                }
              }
            }
            """);
  }

  @Test
  void lockIsNotHeldWhileWaitingForOtherThreads() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.CountDownLatch;

            class Sample {
              private volatile double mean;

              void observe(double value, CountDownLatch latch) throws InterruptedException {
                double before = mean;
                if (before > 3) {
                  latch.await();
                  mean = before + value;
                }
              }
            }
            """);
  }

  @Test
  void updaterOfTheFieldKnowsNoLock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

            class Sample {
              private static final AtomicIntegerFieldUpdater<Sample> HITS =
                  AtomicIntegerFieldUpdater.newUpdater(Sample.class, "hits");
              private volatile int hits;

              void hit() {
                HITS.incrementAndGet(this);
              }

              void twiceAndOne() {
                hits = 2 * hits + 1;
              }
            }
            """);
  }

  @Test
  void annotationNamesTheLockAlready() {
    Refactoring.byDefault()
        .leaves(
            """
            class Sample {
              @interface GuardedBy {
                String value();
              }

              @GuardedBy("this") private volatile int hits;

              void hit() {
                hits++;
              }
            }
            """);
  }

  @Test
  void elementsOfARecordAreLeftAlone() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            record Sample(int[] cells) {
              void all(Executor pool) {
                for (int i = 0; i < 9; i++) {
                  pool.execute(() -> cells[0]++);
                }
              }
            }
            """);
  }

  @Test
  void parameterOfUnknownOriginIsLeftAlone() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.List;

            class Sample {
              int weigh(List<String> words, int[] weight) {
                words.parallelStream().forEach(word -> weight[0] += word.length());
                return weight[0];
              }
            }
            """);
  }

  @Test
  void twoLocksInUseLeaveTheChoiceToAPerson() {
    Refactoring.byDefault()
        .leaves(
            """
            class Sample {
              private final Object a = new Object();
              private final Object b = new Object();
              private volatile double mean;

              void up() {
                synchronized (a) {
                  mean += 1;
                }
              }

              void down() {
                synchronized (b) {
                  mean -= 1;
                }
              }
            }
            """);
  }

  @Test
  void protectedFieldKeepsItsTypeAndIsGuardedByALockThatSubclassesKnow() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              protected volatile int hits;

              void hit() {
                hits++;
              }
            }
            """,
            """
            class Sample {
              protected volatile int hits;

              void hit() {
                synchronized (this) {
                  hits++;
                }
              }
            }
            """);
  }

  @Test
  void checkOfALimitIsNotLeftBeforeTheCount() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

            class Sample {
              private static final AtomicIntegerFieldUpdater<Sample> USED =
                  AtomicIntegerFieldUpdater.newUpdater(Sample.class, "used");
              private volatile int used;
              private final int size = 8;

              int reserve(int wanted) {
                int granted = Math.min(size - USED.get(this), wanted);
                if (granted > 0) {
                  USED.set(this, USED.get(this) + granted);
                }
                return granted;
              }

              void done() {
                USED.decrementAndGet(this);
              }
            }
            """);
  }

  @Test
  void lookAtAMapThatDecidesAboutItsUpdateIsGuardedWithIt() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, Integer> reserved = new ConcurrentHashMap<>();

              boolean reserve(String name, int stock, int number) {
                if (stock - reserved.getOrDefault(name, 0) < number) {
                  return false;
                }
                reserved.put(name, reserved.getOrDefault(name, 0) + number);
                return true;
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, Integer> reserved = new ConcurrentHashMap<>();

              boolean reserve(String name, int stock, int number) {
                synchronized (lock) {
                  if (stock - reserved.getOrDefault(name, 0) < number) {
                    return false;
                  }
                  reserved.put(name, reserved.getOrDefault(name, 0) + number);
                }
                return true;
              }
            }
            """);
  }

  @Test
  void shortFieldThatIsAddedToIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile short level;

              void raise(int by) {
                level += by;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile short level;

              void raise(int by) {
                synchronized (lock) {
                  level += by;
                }
              }
            }
            """);
  }

  @Test
  void longValueIsNarrowedAsTheCompoundAssignmentDoes() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int sum;

              void add(long much) {
                sum += much;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger sum = new AtomicInteger();

              void add(long much) {
                sum.addAndGet((int) much);
              }
            }
            """);
  }

  @Test
  void collectionWithADeclaredLockStaysAsItIs() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              @interface GuardedBy {
                String value();
              }

              private final Object namesLock = new Object();

              @GuardedBy("namesLock") private final Map<String, String> names = new HashMap<>();

              void put(String key, String name) {
                synchronized (namesLock) {
                  names.put(key, name);
                }
              }

              synchronized void remove(String key) {
                names.remove(key);
              }
            }
            """);
  }

  @Test
  void sectionsOfAStampedLockGetNoSecondLock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.locks.StampedLock;

            class Sample {
              private final StampedLock lock = new StampedLock();
              private double distance;

              void drive(double more) {
                long stamp = lock.writeLock();
                try {
                  distance += more;
                } finally {
                  lock.unlockWrite(stamp);
                }
              }

              void round() {
                long stamp = lock.writeLock();
                double before;
                try {
                  before = distance;
                } finally {
                  lock.unlockWrite(stamp);
                }
                double rounded = Math.floor(before);
                stamp = lock.writeLock();
                try {
                  distance = rounded;
                } finally {
                  lock.unlockWrite(stamp);
                }
              }
            }
            """);
  }
}
