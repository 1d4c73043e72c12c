package studio.terraloom.height;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/** Smooths a landscape. Each action works on its own range of rows. */
class SmoothRows extends RecursiveAction {
  private final float[][] heights;
  private final int from;
  private final int to;
  private final int[] histogram;
  private final long[] perRow;

  SmoothRows(float[][] heights, int from, int to, int[] histogram, long[] perRow) {
    this.heights = heights;
    this.from = from;
    this.to = to;
    this.histogram = histogram;
    this.perRow = perRow;
  }

  @Override
  protected void compute() {
    if (to - from > 16) {
      int middle = (from + to) >>> 1;
      invokeAll(
          new SmoothRows(heights, from, middle, histogram, perRow),
          new SmoothRows(heights, middle, to, histogram, perRow));
      return;
    }
    for (int row = from; row < to; row++) {
      float[] line = heights[row];
      for (int x = 1; x < line.length; x++) {
        line[x] += (line[x - 1] - line[x]) / 2;
        perRow[row] += (long) line[x];
      }
      heights[row][0] /= 2;
    }
    count();
  }

  /** The bins are chosen by the values, which are all over the map. */
  private void count() {
    for (int row = from; row < to; row++) {
      int bin = Math.min(histogram.length - 1, (int) Math.abs(heights[row][0]));
      histogram[bin]++; // RACE rmw
    }
  }
}

class Heightmap {
  private final float[][] heights;

  Heightmap(int rows, int columns) {
    heights = new float[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        heights[row][column] = (row * 31 + column) % 97;
      }
    }
  }

  int[] smooth() {
    int[] histogram = new int[64];
    long[] perRow = new long[heights.length];
    ForkJoinPool.commonPool()
        .invoke(new SmoothRows(heights, 0, heights.length, histogram, perRow));
    for (int bin = 1; bin < histogram.length; bin++) {
      histogram[bin] += histogram[bin - 1];
    }
    return histogram;
  }
}
