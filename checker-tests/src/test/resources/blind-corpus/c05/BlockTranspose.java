package org.linalg.par;

import java.util.stream.IntStream;

final class BlockTranspose {
  private final double[] cells;
  private final int n;
  private int swaps;

  BlockTranspose(double[] cells, int n) {
    this.cells = cells;
    this.n = n;
  }

  /** Every pair of cells is touched by exactly one row. */
  void run() {
    IntStream.range(0, n).parallel().forEach(i -> {
      int mine = 0;
      for (int j = i + 1; j < n; j++) {
        double t = cells[i * n + j];
        cells[i * n + j] = cells[j * n + i];
        cells[j * n + i] = t;
        mine++;
      }
      addSwaps(mine);
    });
  }

  private synchronized void addSwaps(int by) {
    swaps += by;
  }

  void scale(double by) {
    IntStream.range(0, cells.length).parallel().forEach(i -> cells[i] *= by);
  }

  /** Folds the lower half of the array onto the upper half. */
  void fold() {
    int half = cells.length / 2;
    IntStream.range(0, half).parallel().forEach(i -> cells[i + half] += cells[i]);
  }

  double[] bins(int k) {
    double[] bins = new double[k];
    IntStream.range(0, cells.length).parallel().forEach(i -> bins[i % k] += cells[i]); // RACE rmw
    return bins;
  }

  double[] binsByRow(int k) {
    double[] bins = new double[k];
    IntStream.range(0, k).parallel().forEach(b -> {
      for (int i = b; i < cells.length; i += k) {
        bins[b] += cells[i];
      }
    });
    return bins;
  }

  synchronized int swaps() {
    return swaps;
  }
}
