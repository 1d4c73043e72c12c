package art.tessera.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Colours the stones of a mosaic. Many threads, many arrays, no two threads on one element. */
class MosaicPress {
  private final int[][] stones;
  private final int[] rowSums;
  private final boolean[] glazed;
  private final StringBuilder[] labels;

  MosaicPress(int rows, int columns) {
    stones = new int[rows][columns];
    rowSums = new int[rows];
    glazed = new boolean[rows];
    labels = new StringBuilder[rows];
    Arrays.setAll(labels, i -> new StringBuilder("row " + i));
  }

  void colour() {
    IntStream.range(0, stones.length)
        .parallel()
        .forEach(
            row -> {
              int[] line = stones[row];
              for (int i = 0; i < line.length; i++) {
                line[i] = line[i] * 3 + row;
                rowSums[row] += line[i];
              }
              labels[row].append(" sum ").append(rowSums[row]);
            });
  }

  /** Strides: thread t has the rows t, t + n, t + 2n. */
  void polish(int threads) throws InterruptedException {
    Thread[] polishers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int first = t;
      polishers[t] =
          new Thread(
              () -> {
                for (int row = first; row < stones.length; row += threads) {
                  rowSums[row]--;
                  stones[row][0] += 1;
                }
              });
      polishers[t].start();
    }
    for (Thread polisher : polishers) {
      polisher.join();
    }
  }

  /** Rows are claimed, one at a time. */
  void glaze(ExecutorService pool, int workers) throws Exception {
    AtomicInteger claimed = new AtomicInteger(-1);
    List<Future<?>> done = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      done.add(
          pool.submit(
              () -> {
                for (int row = claimed.incrementAndGet();
                    row < glazed.length;
                    row = claimed.incrementAndGet()) {
                  if (!glazed[row]) {
                    glazed[row] = true;
                    rowSums[row] *= 2;
                  }
                }
              }));
    }
    for (Future<?> future : done) {
      future.get();
    }
  }

  /** Halves the range down to single rows. */
  private final class Brightest extends RecursiveTask<Integer> {
    private final int from;
    private final int to;
    private int compared;

    Brightest(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        rowSums[from] = Math.max(0, rowSums[from]);
        return rowSums[from];
      }
      int middle = (from + to) / 2;
      Brightest left = new Brightest(from, middle);
      Brightest right = new Brightest(middle, to);
      left.fork();
      int best = Math.max(right.compute(), left.join());
      compared += left.compared + right.compared + 1;
      return best;
    }
  }

  int brightest() {
    return new Brightest(0, rowSums.length).invoke();
  }

  static int press(ExecutorService pool) throws Exception {
    MosaicPress press = new MosaicPress(64, 64);
    press.colour();
    press.polish(4);
    press.glaze(pool, 4);
    return press.brightest();
  }
}
