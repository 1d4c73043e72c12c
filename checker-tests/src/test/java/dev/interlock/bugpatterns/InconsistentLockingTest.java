package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that do not keep apart what they should, and unusual ones that do. */
final class InconsistentLockingTest {

  @Test
  void allInstrumentsLockTheMutexThatTheyWereGiven() {
    CheckTester.of(
            """
            package metrics;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            public class Metrics {
              private final Map<String, Long> totals = new HashMap<>();
              private final Lock mutex = new ReentrantLock();

              public Counter counter(String name) {
                return new Counter(totals, mutex, name);
              }

              public static final class Counter {
                private final Lock mutex;
                private final Map<String, Long> totals;
                private final String name;

                private Counter(Map<String, Long> totals, Lock mutex, String name) {
                  this.totals = totals;
                  this.mutex = mutex;
                  this.name = name;
                }

                public void increment() {
                  mutex.lock();
                  try {
                    totals.merge(name, 1L, Long::sum);
                  } finally {
                    mutex.unlock();
                  }
                }
              }
            }
            """,
            """
            package server;

            import java.util.concurrent.ExecutorService;
            import metrics.Metrics;

            class Server {
              private final Metrics metrics = new Metrics();
              private final Metrics.Counter requests = metrics.counter("requests");
              private final Metrics.Counter failures = metrics.counter("failures");

              void serve(ExecutorService workers) {
                workers.execute(() -> requests.increment());
                workers.execute(() -> failures.increment());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void otherLockThanTheOtherAccessesHold() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Bakery {
              private final Object phone = new Object();
              private final Object web = new Object();
              private int orders;

              void open(ExecutorService pool) {
                pool.execute(this::byPhone);
                pool.execute(this::byWeb);
              }

              private void byPhone() {
                synchronized (phone) {
                  orders++; // BUG: InconsistentLocking
                }
              }

              private void byWeb() {
                synchronized (web) {
                  orders++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatOneAccessDoesNotTake() {
    CheckTester.of(
            """
            class Manifest {
              private final Object lock = new Object();
              private double metres;

              void embark(double length) {
                synchronized (lock) {
                  metres += length;
                }
              }

              void rebook(double from, double to) {
                synchronized (lock) {
                  metres += to - from;
                }
              }

              void disembark(double length) {
                metres -= length; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatIsReachedByAnAliasOrAGetter() {
    CheckTester.of(
            """
            class Manifest {
              private final Object lock = new Object();
              private double metres;

              void embark(double length) {
                synchronized (lock) {
                  metres += length;
                }
              }

              void rebook(double from, double to) {
                Object mutex = lock;
                synchronized (mutex) {
                  metres += to - from;
                }
              }

              void disembark(double length) {
                synchronized (lock()) {
                  metres -= length;
                }
              }

              private Object lock() {
                return lock;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readLockDoesNotProtectAWrite() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Herbs {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private int lookups;
              private int changes;

              void look(ExecutorService readers) {
                readers.execute(
                    () -> {
                      lock.readLock().lock();
                      try {
                        lookups++; // BUG: InconsistentLocking
                      } finally {
                        lock.readLock().unlock();
                      }
                    });
              }

              void change(ExecutorService writers) {
                writers.execute(
                    () -> {
                      lock.writeLock().lock();
                      try {
                        changes++;
                      } finally {
                        lock.writeLock().unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfALockIsNotTheLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Toll {
              private final Lock lock = new ReentrantLock();
              private int cents;

              void open(ExecutorService booths) {
                booths.execute(this::pay);
                booths.execute(this::refund);
              }

              private void pay() {
                lock.lock();
                try {
                  cents += 100; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }

              private void refund() {
                synchronized (lock) {
                  cents -= 100; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainWriteThatAnyoneMayMakeOverwritesWhatIsCountedUnderALock() {
    CheckTester.of(
            """
            class Sequence {
              private long next;
              private long spare;

              synchronized long next() {
                return next++;
              }

              synchronized long spare() {
                return spare++;
              }

              void restart() {
                next = 0; // BUG: InconsistentLocking
              }

              synchronized void forget() {
                spare = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatOnlySomeCallersHappenToHold() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Boats {
              private final Object gate = new Object();
              private final Object head = new Object();
              private int length;

              void morning(ExecutorService skippers) {
                skippers.execute(() -> grow(1));
                skippers.execute(this::pass);
                skippers.execute(this::joinFast);
              }

              private void pass() {
                synchronized (head) {
                  grow(-1);
                }
              }

              private void grow(int by) {
                synchronized (gate) {
                  length += by; // BUG: InconsistentLocking
                }
              }

              private void joinFast() {
                synchronized (head) {
                  length++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneCallerOfAPrivateMethodForgetsTheLock() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            class Queue {
              private final ReentrantLock lock = new ReentrantLock();
              private final Map<Long, String> left = new LinkedHashMap<>();

              void take(long id) {
                lock.lock();
                try {
                  record(id, "started");
                } finally {
                  lock.unlock();
                }
              }

              void cancel(long id) {
                lock.lock();
                lock.unlock();
                record(id, "cancelled");
              }

              private void record(long id, String how) {
                left.put(id, how); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void privateMethodWhoseCallersAllLock() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            class Queue {
              private final ReentrantLock lock = new ReentrantLock();
              private final Map<Long, String> left = new LinkedHashMap<>();

              void take(long id) {
                lock.lock();
                try {
                  record(id, "started");
                } finally {
                  lock.unlock();
                }
              }

              void cancel(long id) {
                lock.lock();
                try {
                  record(id, "cancelled");
                } finally {
                  lock.unlock();
                }
              }

              private void record(long id, String how) {
                left.put(id, how);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** Whether the section is in the method that updates or around its call changes nothing. */
  @Test
  void privateMethodThatItsCallerLocksFor() {
    CheckTester.of(
            """
            class Votes {
              private static int total;

              synchronized void count() {
                add();
              }

              void correct() {
                total++; // BUG: UnsafeReadModifyWrite
              }

              private void add() {
                total += 2; // BUG: InconsistentLocking
              }
            }
            """,
            """
            import java.util.concurrent.CompletableFuture;

            class Election {
              private final Votes votes = new Votes();

              void start() {
                CompletableFuture.runAsync(() -> votes.count());
                new Thread(() -> votes.correct()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void privateMethodThatTheCallerInATaskLocksFor() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicIntegerArray;

            class Votes {
              private final AtomicIntegerArray parties = new AtomicIntegerArray(8);

              synchronized void count() {
                clear();
              }

              void correct() {
                parties.set(1, parties.get(1) + 3); // BUG: InconsistentLocking
              }

              private void clear() {
                if (parties.get(1) == 9) {
                  parties.set(1, 0);
                }
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Election {
              private final Votes votes = new Votes();

              void start(ExecutorService pool) {
                pool.submit(() -> votes.count());
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
