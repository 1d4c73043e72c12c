package com.aeolus.wind;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;

/** Running statistics over all masts of a park. The masts' readers all call add. */
public class WindStats {
  private volatile double min = Double.MAX_VALUE;
  private volatile double mean;
  private volatile short overloads;
  private final DoubleAccumulator max = new DoubleAccumulator(Math::max, 0);
  private final AtomicInteger n = new AtomicInteger();
  private volatile double last;

  public void add(double v) {
    int i = n.incrementAndGet();
    last = v;
    min = Math.min(min, v); // RACE rmw
    max.accumulate(v);
    mean = mean + (v - mean) / i; // RACE rmw
    if (v > 33) {
      overloads++; // RACE rmw
    }
  }

  public double min() {
    return min;
  }

  public double mean() {
    return mean;
  }

  @Override
  public String toString() {
    return String.format("%.1f %.1f %.1f (%d) last %.1f", min, mean, max.get(), overloads, last);
  }
}
