package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What tasks do before, between and after the barriers at which they meet. */
final class BarrierPhasesTest {

  @Test
  void helpersCalledInDifferentPhases() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Phaser;

            class Weaving {
              private final Phaser phaser = new Phaser(2);
              private int left;
              private int right;

              void start(ExecutorService pool) {
                pool.execute(
                    () -> {
                      growLeft();
                      phaser.arriveAndAwaitAdvance();
                      growRight();
                    });
                pool.execute(
                    () -> {
                      growRight();
                      phaser.arriveAndAwaitAdvance();
                      growLeft();
                    });
              }

              private void growLeft() {
                left++;
              }

              private void growRight() {
                right++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void helpersCalledInTheSamePhase() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Phaser;

            class Weaving {
              private final Phaser phaser = new Phaser(2);
              private int left;
              private int right;

              void start(ExecutorService pool) {
                pool.execute(
                    () -> {
                      growLeft();
                      phaser.arriveAndAwaitAdvance();
                      growRight();
                    });
                pool.execute(
                    () -> {
                      growLeft();
                      phaser.arriveAndAwaitAdvance();
                      growRight();
                    });
              }

              private void growLeft() {
                left++; // BUG: UnsafeReadModifyWrite
              }

              private void growRight() {
                right++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementsCountedByAHelperInDifferentPhases() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Phaser;

            class Weaving {
              private final Phaser phaser = new Phaser(2);
              private final int[] left = new int[1];
              private final int[] right = new int[1];

              void start(ExecutorService pool) {
                pool.execute(
                    () -> {
                      grow(left);
                      phaser.arriveAndAwaitAdvance();
                      grow(right);
                    });
                pool.execute(
                    () -> {
                      grow(right);
                      phaser.arriveAndAwaitAdvance();
                      grow(left);
                    });
              }

              private static void grow(int[] rows) {
                rows[0]++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementsCountedByAHelperInTheSamePhase() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Phaser;

            class Weaving {
              private final Phaser phaser = new Phaser(2);
              private final int[] left = new int[1];
              private final int[] right = new int[1];

              void start(ExecutorService pool) {
                pool.execute(
                    () -> {
                      grow(left);
                      phaser.arriveAndAwaitAdvance();
                      grow(right);
                    });
                pool.execute(
                    () -> {
                      grow(left);
                      phaser.arriveAndAwaitAdvance();
                      grow(right);
                    });
              }

              private static void grow(int[] rows) {
                rows[0]++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatMeetAreNotLaunchedTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Phaser;

            class Weaving {
              private final Phaser phaser = new Phaser(2);
              private int warp;
              private int weft;

              void weave(ExecutorService pool) {
                pool.execute(
                    () -> {
                      warp++;
                      phaser.arriveAndAwaitAdvance();
                    });
                pool.execute(
                    () -> {
                      weft++;
                      phaser.arriveAndAwaitAdvance();
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatMeetNobodyAreLaunchedTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Weaving {
              private int warp;
              private int weft;

              void weave(ExecutorService pool) {
                pool.execute(() -> warp++); // BUG: UnsafeReadModifyWrite
                pool.execute(() -> weft++); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoArrivesLastWorksAlone() {
    CheckTester.of(
            """
            import java.util.concurrent.CyclicBarrier;
            import java.util.concurrent.ExecutorService;

            class Rowing {
              private final CyclicBarrier stroke = new CyclicBarrier(8);
              private int strokes;

              void row(ExecutorService pool) {
                for (int i = 0; i < 8; i++) {
                  pool.submit(
                      () -> {
                        if (stroke.await() == 0) {
                          strokes++;
                        }
                        return stroke.await();
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void allWorkBetweenTheBarriers() {
    CheckTester.of(
            """
            import java.util.concurrent.CyclicBarrier;
            import java.util.concurrent.ExecutorService;

            class Rowing {
              private final CyclicBarrier stroke = new CyclicBarrier(8);
              private int strokes;

              void row(ExecutorService pool) {
                for (int i = 0; i < 8; i++) {
                  pool.submit(
                      () -> {
                        stroke.await();
                        strokes++; // BUG: UnsafeReadModifyWrite
                        return stroke.await();
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
