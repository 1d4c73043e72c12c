package com.portside.web;

import java.util.concurrent.atomic.AtomicInteger;

/** Open sessions, their peak and the total. */
public class SessionGauge {
  private volatile int open;
  private final AtomicInteger peak = new AtomicInteger();
  private volatile long total;

  public void opened() {
    int now = ++open; // RACE rmw
    peak.accumulateAndGet(now, Math::max);
    synchronized (peak) {
      total++;
    }
  }

  public void closed() {
    open--; // RACE rmw
  }

  public int open() {
    return open;
  }

  public int peak() {
    return peak.get();
  }

  public long total() {
    return total;
  }
}
