package org.lexis.fj;

import java.util.concurrent.RecursiveAction;

/** Looks for the best score in an array of candidates. */
class RangeSearch extends RecursiveAction {
  private static final long serialVersionUID = 1L;

  static final class Best {
    int index = -1;
    double score = Double.NEGATIVE_INFINITY;
    int compared;
  }

  private final transient double[] scores;
  private final transient double[] squares;
  private final int from;
  private final int to;
  private final transient Best best;

  RangeSearch(double[] scores, double[] squares, int from, int to, Best best) {
    this.scores = scores;
    this.squares = squares;
    this.from = from;
    this.to = to;
    this.best = best;
  }

  @Override
  protected void compute() {
    if (to - from > 256) {
      int mid = (from + to) >>> 1;
      invokeAll(new RangeSearch(scores, squares, from, mid, best), new RangeSearch(scores, squares, mid, to, best));
      return;
    }
    int localBest = from;
    for (int i = from; i < to; i++) {
      squares[i] += scores[i] * scores[i];
      if (scores[i] > scores[localBest]) {
        localBest = i;
      }
      best.compared++; // RACE rmw
    }
    synchronized (best) {
      if (from < to && scores[localBest] > best.score) {
        best.score = scores[localBest];
        best.index = localBest;
      }
    }
  }
}
