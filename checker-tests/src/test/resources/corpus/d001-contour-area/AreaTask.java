package org.topomap.contour;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Adds up the area of the contour lines in a range; each half is a task of its own. */
class AreaTask extends RecursiveTask<Double> {
  private static int leaves;

  private final double[][] lines;
  private final int from;
  private final int to;
  private double area;

  AreaTask(double[][] lines, int from, int to) {
    this.lines = lines;
    this.from = from;
    this.to = to;
  }

  @Override
  protected Double compute() {
    if (to - from < 64) {
      for (int i = from; i < to; i++) {
        area += shoelace(lines[i]);
      }
      leaves++; // RACE rmw
      return area;
    }
    int middle = (from + to) >>> 1;
    AreaTask left = new AreaTask(lines, from, middle);
    AreaTask right = new AreaTask(lines, middle, to);
    left.fork();
    area = right.compute();
    area += left.join();
    return area;
  }

  private static double shoelace(double[] points) {
    double twice = 0;
    for (int i = 0; i + 3 < points.length; i += 2) {
      twice += points[i] * points[i + 3] - points[i + 2] * points[i + 1];
    }
    return Math.abs(twice) / 2;
  }

  static double total(double[][] lines) {
    return ForkJoinPool.commonPool().invoke(new AreaTask(lines, 0, lines.length));
  }

  static int leaves() {
    return leaves;
  }
}
