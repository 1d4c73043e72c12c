package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Arrays that tasks share out among them by blocks of indices. */
final class BlocksOfIndicesTest {

  @Test
  void blockFromTheStartToTheEndOfATask() {
    CheckTester.of(
            """
            class Heat {
              private final double[] cells = new double[10_000];

              void spread(int workers) throws InterruptedException {
                Thread[] threads = new Thread[workers];
                for (int w = 0; w < workers; w++) {
                  int from = w * cells.length / workers;
                  int to = (w + 1) * cells.length / workers;
                  threads[w] = new Thread(() -> relax(from, to));
                  threads[w].start();
                }
                for (Thread thread : threads) {
                  thread.join();
                }
              }

              private void relax(int from, int to) {
                for (int i = Math.max(1, from); i < Math.min(cells.length - 1, to); i++) {
                  cells[i] += 0.5;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void blocksByACommonDivisorOverlap() {
    CheckTester.of(
            """
            class Heat {
              private final double[] cells = new double[10_000];

              void spread(int workers) {
                for (int w = 0; w < workers; w++) {
                  int cell = w / 2;
                  new Thread(() -> cells[cell] += 0.5).start(); // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tileThatATaskHasClaimed() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Film {
              private static final int TILE = 32;

              private final float[] pixels = new float[640 * 480];
              private final AtomicInteger next = new AtomicInteger();

              void render(ExecutorService pool, int workers) throws InterruptedException {
                List<Callable<Integer>> tasks = new ArrayList<>();
                for (int i = 0; i < workers; i++) {
                  tasks.add(this::work);
                }
                pool.invokeAll(tasks);
              }

              private Integer work() {
                int done = 0;
                int tile;
                while ((tile = next.getAndIncrement()) < 300) {
                  int y0 = tile / 20 * TILE;
                  int x0 = tile % 20 * TILE;
                  for (int y = y0; y < y0 + TILE; y++) {
                    for (int x = x0; x < x0 + TILE; x++) {
                      pixels[y * 640 + x] += 1;
                    }
                  }
                  done++;
                }
                return done;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** Who starts behind its own index and goes on to the end meets all that start later. */
  @Test
  void everyPairOfBodiesIsInTwoRanges() {
    CheckTester.of(
            """
            import java.util.stream.IntStream;

            class Gravity {
              private final double[] force = new double[1_000];

              void attract() {
                int n = force.length;
                IntStream.range(0, n)
                    .parallel()
                    .forEach(
                        i -> {
                          for (int j = i + 1; j < n; j++) {
                            force[j] -= 1.0; // BUG: UnsafeReadModifyWrite
                          }
                        });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
