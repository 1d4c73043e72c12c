package org.lexis.fj;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

public final class Searches {
  private final ForkJoinPool pool = new ForkJoinPool(4);

  public int best(double[] scores) {
    RangeSearch.Best best = new RangeSearch.Best();
    double[] squares = new double[scores.length];
    pool.invoke(new RangeSearch(scores, squares, 0, scores.length, best));
    best.compared += Arrays.stream(squares).sum() > 0 ? 0 : 1;
    return best.index;
  }

  public int words(List<String> lines) {
    return pool.invoke(new WordCount(lines)).size();
  }
}
