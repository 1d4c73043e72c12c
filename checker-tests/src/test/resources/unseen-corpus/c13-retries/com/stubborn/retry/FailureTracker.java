package com.stubborn.retry;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Failures against one endpoint; one instance is shared by all callers of the endpoint. */
public class FailureTracker {
  private final Alarm alarm;
  private final int threshold;
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile int consecutive;
  private volatile boolean tripped;
  private volatile long lastFailure;

  public FailureTracker(Alarm alarm, int threshold) {
    this.alarm = alarm;
    this.threshold = threshold;
  }

  public void failed() {
    total.incrementAndGet();
    lastFailure = System.currentTimeMillis();
    consecutive++; // RACE rmw
    if (consecutive > threshold / 2 && warned.compareAndSet(false, true)) {
      alarm.warn("endpoint is flaky");
    }
    if (consecutive > threshold) {
      trip();
    }
  }

  private void trip() {
    if (!tripped) { // RACE check-then-act #1
      tripped = true; // RACE check-then-act #1
      alarm.raise("endpoint is down");
    }
  }

  public void succeeded() {
    consecutive = 0;
    tripped = false;
    warned.set(false);
  }

  public boolean isTripped() {
    return tripped;
  }

  public int total() {
    return total.get();
  }

  public interface Alarm {
    void warn(String text);

    void raise(String text);
  }
}
