package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Variables whose declaration says that threads share them, though no second thread is seen. */
final class DeclaredForThreadsTest {
  private static final String STATISTICS =
      """
      class Statistics {
        private volatile long jobs;

        void count() {
          jobs++; // BUG: UnsafeReadModifyWrite
        }
      }
      """;

  @Test
  void volatileOfAnObjectThatATaskWasGiven() {
    CheckTester.of(
            """
            class Job implements Runnable {
              private final Statistics statistics;

              Job(Statistics statistics) {
                this.statistics = statistics;
              }

              @Override
              public void run() {
                statistics.count();
              }
            }
            """,
            STATISTICS)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileOfAnObjectThatATaskMakesForItself() {
    CheckTester.of(
            """
            class Job implements Runnable {
              private final Statistics statistics = new Statistics();

              @Override
              public void run() {
                statistics.count();
              }
            }
            """,
            STATISTICS.replace(" // BUG: UnsafeReadModifyWrite", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void adderReadOutAndThenReset() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.LongAdder;

            class Meter {
              private final LongAdder hits = new LongAdder();

              void hit() {
                hits.increment();
              }

              long drain() {
                long sum = hits.sum();
                hits.reset(); // BUG: AtomicGetThenSet
                return sum;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void adderReadOutAndResetInOne() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.LongAdder;

            class Meter {
              private final LongAdder hits = new LongAdder();

              void hit() {
                hits.increment();
              }

              long drain() {
                return hits.sumThenReset();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void adderThatNobodyElseAddsTo() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.LongAdder;

            class Meter {
              private final LongAdder hits = new LongAdder();

              long drain() {
                long sum = hits.sum();
                hits.reset();
                return sum;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementCountedDownBehindACheck() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicIntegerArray;

            class Seats {
              private final AtomicIntegerArray free = new AtomicIntegerArray(10);

              boolean take(int row) {
                if (free.get(row) > 0) {
                  free.decrementAndGet(row); // BUG: NonAtomicCheckThenAct
                  return true;
                }
                return false;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementCountedDownInOneStep() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicIntegerArray;

            class Seats {
              private final AtomicIntegerArray free = new AtomicIntegerArray(10);

              boolean take(int row) {
                return free.getAndUpdate(row, n -> n > 0 ? n - 1 : n) > 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicSetToTheNextStateWhereItIsLookedAt() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Door {
              private static final int CLOSED = 0;
              private static final int OPEN = 1;

              private final AtomicInteger state = new AtomicInteger(CLOSED);

              boolean enter() {
                if (state.get() == CLOSED) {
                  state.set(OPEN); // BUG: AtomicGetThenSet
                  return true;
                }
                return false;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicSetFarFromWhereItIsLookedAt() {
    CheckTester.of(
            """
            import java.util.Locale;
            import java.util.concurrent.atomic.AtomicInteger;

            class Door {
              private static final int LOCKED = 2;
              private static final int BROKEN = 3;

              private final AtomicInteger state = new AtomicInteger();

              void enter(String key) {
                if (state.get() == LOCKED) {
                  return;
                }
                String trimmed = key.trim();
                String plain = trimmed.toLowerCase(Locale.ROOT);
                int teeth = plain.length() - plain.replace("v", "").length();
                System.out.println("Trying " + plain + " of " + teeth + " teeth");
                if (plain.isEmpty() || key.hashCode() != teeth) {
                  state.set(BROKEN);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectOfAPrivateClassIsNotPassedByOthers() {
    CheckTester.of(
            """
            interface Callback {
              void done();
            }

            class Producer {
              void send(Callback callback) {
                callback.done();
              }

              private static final class Own implements Callback {
                private volatile int calls;

                @Override
                public void done() {
                  calls++;
                }
              }

              static Callback own() {
                return new Counting();
              }
            }

            final class Counting implements Callback {
              private volatile int calls;

              @Override
              public void done() {
                calls++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadSafeClassThatLeavesItsStateToOneThread() {
    CheckTester.of(THREAD_SAFE, channel("newSingleThreadExecutor", "")).reportsWhatIsMarked();
  }

  @Test
  void threadSafeClassThatLeavesItsStateToManyThreads() {
    CheckTester.of(THREAD_SAFE, channel("newCachedThreadPool", " // BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  private static final String THREAD_SAFE = "@interface ThreadSafe {}";

  private static String channel(String pool, String mark) {
    return """
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;

        @ThreadSafe
        class Channel {
          private final ExecutorService pool = Executors.%s();
          private boolean down;

          void shut(String reason) {
            pool.execute(
                () -> {
                  if (!down) {
                    System.out.println(reason);
                    down = true;%s
                  }
                });
          }
        }
        """
        .formatted(pool, mark);
  }

  @Test
  void elementsOfAVolatileArrayAreNoneThemselves() {
    CheckTester.of(
            """
            import java.util.Arrays;

            class Routes {
              private volatile int[] hits = new int[8];
              private volatile String[] routes = new String[0];

              void hit(int route) {
                hits[route]++; // BUG: UnsafeReadModifyWrite
              }

              synchronized void add(String route) {
                String[] grown = Arrays.copyOf(routes, routes.length + 1);
                grown[routes.length] = route;
                routes = grown;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
