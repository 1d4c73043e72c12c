package org.topomap.contour;

import java.util.concurrent.RecursiveTask;

/** The result carries everything; a task changes only itself, and is read after its join. */
class LongestTask extends RecursiveTask<LongestTask> {
  private final double[][] lines;
  private final int from;
  private final int to;
  private int longest;
  private int visited;

  LongestTask(double[][] lines, int from, int to) {
    this.lines = lines;
    this.from = from;
    this.to = to;
  }

  @Override
  protected LongestTask compute() {
    if (to - from < 64) {
      for (int i = from; i < to; i++) {
        visited++;
        longest = Math.max(longest, lines[i].length);
      }
      return this;
    }
    int middle = (from + to) >>> 1;
    LongestTask left = new LongestTask(lines, from, middle);
    LongestTask right = new LongestTask(lines, middle, to);
    invokeAll(left, right);
    absorb(left.join());
    absorb(right.join());
    return this;
  }

  private void absorb(LongestTask half) {
    visited += half.visited;
    if (half.longest > longest) {
      longest = half.longest;
    }
  }

  int longest() {
    return longest;
  }

  int visited() {
    return visited;
  }
}
