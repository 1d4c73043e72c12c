package io.gaugekit.core;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Latency histogram, buckets by power of two. */
public class Histogram implements Recorder {
  private final AtomicLongArray buckets = new AtomicLongArray(64);
  private final AtomicLong max = new AtomicLong();
  private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
  private final LongAdder count = new LongAdder();

  @Override
  public void record(long nanos) {
    int i = 64 - Long.numberOfLeadingZeros(Math.max(nanos, 1)) - 1;
    buckets.set(i, buckets.get(i) + 1); // RACE atomic-compound
    count.increment();
    if (nanos > max.get()) { // RACE atomic-compound #1
      max.set(nanos); // RACE atomic-compound #1
    }
    for (long m = min.get(); nanos < m; m = min.get()) {
      if (min.compareAndSet(m, nanos)) {
        break;
      }
    }
  }

  /** Count since the last call. */
  public long drainCount() {
    long n = count.sum(); // RACE atomic-compound #2
    count.reset(); // RACE atomic-compound #2
    return n;
  }

  public long max() {
    return max.get();
  }

  public long min() {
    return min.get();
  }

  public long quantile(double q) {
    long total = 0;
    for (int i = 0; i < buckets.length(); i++) {
      total += buckets.get(i);
    }
    long seen = 0;
    for (int i = 0; i < buckets.length(); i++) {
      seen += buckets.get(i);
      if (seen >= q * total) {
        return 1L << i;
      }
    }
    return 0;
  }
}
