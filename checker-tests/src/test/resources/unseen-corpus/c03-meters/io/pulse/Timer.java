package io.pulse;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

public class Timer {
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  public void record(long elapsed) {
    calls.increment();
    nanos.add(elapsed);
  }

  public double meanNanos() {
    long n = calls.sum();
    return n == 0 ? 0 : (double) nanos.sum() / n;
  }
}

class Peak {
  private final AtomicLong high = new AtomicLong(Long.MIN_VALUE);
  private volatile long low = Long.MAX_VALUE;

  void observe(long v) {
    long seen = high.get();
    while (v > seen && !high.compareAndSet(seen, v)) {
      seen = high.get();
    }
    if (v < low) {
      synchronized (this) {
        if (v < low) {
          low = v;
        }
      }
    }
  }

  long spread() {
    return high.get() - low;
  }
}
