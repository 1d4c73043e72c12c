package dev.gauge.core;

import java.util.concurrent.atomic.AtomicLong;

/** Minimum, maximum and count of recorded values. Updated by all request threads. */
public final class Spread {
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
  private volatile long max = Long.MIN_VALUE;

  public void record(long value) {
    count.incrementAndGet();
    long m = min.get();
    while (value < m && !min.compareAndSet(m, value)) {
      m = min.get();
    }
    if (value > max) { // RACE atomic-compound #2
      max = value; // RACE atomic-compound #2
    }
  }

  public long count() {
    return count.get();
  }

  public long min() {
    return min.get();
  }

  public long max() {
    return max;
  }
}
