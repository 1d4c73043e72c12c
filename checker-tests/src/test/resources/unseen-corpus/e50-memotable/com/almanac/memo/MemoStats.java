package com.almanac.memo;

import java.util.concurrent.atomic.AtomicInteger;

/** Collected on one thread, merged below the monitor of the total. */
public final class MemoStats {
  private final AtomicInteger merges = new AtomicInteger();
  private long calls;
  private long nanos;

  public void merge(MemoStats other) {
    long c;
    long n;
    synchronized (other) {
      c = other.calls;
      n = other.nanos;
    }
    synchronized (this) {
      calls += c;
      nanos += n;
    }
    merges.incrementAndGet();
  }

  public synchronized void record(long t) {
    calls++;
    nanos += t;
  }

  public synchronized double average() {
    return calls == 0 ? 0 : (double) nanos / calls;
  }
}
