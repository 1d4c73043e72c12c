package io.gaugekit.core;

import java.util.Arrays;
import java.util.Random;

/** Vitter's algorithm R. */
public class Reservoir implements Recorder {
  private final long[] sample = new long[1028];
  private final Random random = new Random();
  private long seen;

  @Override
  public synchronized void record(long nanos) {
    if (seen < sample.length) {
      sample[(int) seen] = nanos;
    } else {
      long r = (long) (random.nextDouble() * seen);
      if (r < sample.length) {
        sample[(int) r] = nanos;
      }
    }
    seen++;
  }

  public synchronized long[] snapshot() {
    long[] s = Arrays.copyOf(sample, (int) Math.min(seen, sample.length));
    Arrays.sort(s);
    return s;
  }

  public void clear() {
    Arrays.fill(sample, 0); // RACE wrong-lock #3
    seen = 0; // RACE wrong-lock #3
  }
}
