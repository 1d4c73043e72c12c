package org.textfold.index;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

/** Reduces in place: every task owns its half-open range of the array. */
final class PairwiseSum extends RecursiveAction {
  private final double[] cells;
  private final int from;
  private final int to;

  PairwiseSum(double[] cells, int from, int to) {
    this.cells = cells;
    this.from = from;
    this.to = to;
  }

  @Override
  protected void compute() {
    if (to - from <= 1024) {
      for (int i = from + 1; i < to; i++) {
        cells[from] += cells[i];
      }
      return;
    }
    int mid = (from + to) >>> 1;
    ForkJoinTask<Void> upper = new PairwiseSum(cells, mid, to).fork();
    new PairwiseSum(cells, from, mid).invoke();
    upper.join();
    cells[from] += cells[mid];
  }
}
