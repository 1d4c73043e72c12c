package net.retouche.histogram;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Tone statistics of an 8-bit picture. */
class Histogram {
  private final int[] tones = new int[256];
  private long sum;

  /** Rows are spread over the cores, tones are not. */
  void scan(byte[][] rows) {
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            y -> {
              for (byte pixel : rows[y]) {
                tones[pixel & 0xff]++; // RACE rmw
              }
              sum += rows[y].length; // RACE rmw
            });
  }

  int tone(int value) {
    return tones[value];
  }

  double coverage(int pixels) {
    return (double) sum / pixels;
  }
}

/** The index of the element is the index of the row: nobody else writes there. */
class RowHistogram {
  private final int[] brightest;
  private final long[] sums;

  RowHistogram(int rows) {
    brightest = new int[rows];
    sums = new long[rows];
  }

  void scan(byte[][] rows) {
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            y -> {
              for (byte pixel : rows[y]) {
                int value = pixel & 0xff;
                sums[y] += value;
                if (value > brightest[y]) {
                  brightest[y] = value;
                }
              }
            });
  }

  long total() {
    long total = 0;
    for (long sum : sums) {
      total += sum;
    }
    return total;
  }
}

class AtomicHistogram {
  private final AtomicIntegerArray tones = new AtomicIntegerArray(256);

  void scan(byte[][] rows) {
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            y -> {
              int[] mine = new int[256];
              for (byte pixel : rows[y]) {
                mine[pixel & 0xff]++;
              }
              for (int tone = 0; tone < mine.length; tone++) {
                tones.addAndGet(tone, mine[tone]);
              }
            });
  }
}
