package com.threshold.ranges;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Lower and upper bound; lower never exceeds upper. */
public class BoundedRange {
  private final AtomicInteger lower = new AtomicInteger(0);
  private final AtomicInteger upper = new AtomicInteger(100);

  private record Window(int from, int to) {
    Window widen(int by) {
      return new Window(from - by, to + by);
    }
  }

  private final AtomicReference<Window> window = new AtomicReference<>(new Window(0, 10));
  private final AtomicReference<Window> shadow = new AtomicReference<>(new Window(0, 10));
  private final AtomicLong sum = new AtomicLong();
  private final AtomicLong count = new AtomicLong();

  public void setLower(int v) {
    if (v > upper.get()) { // RACE atomic-compound #3
      throw new IllegalArgumentException(v + " > " + upper);
    }
    lower.set(v); // RACE atomic-compound #3
  }

  public void setUpper(int v) {
    if (v < lower.get()) { // RACE atomic-compound #4
      throw new IllegalArgumentException(v + " < " + lower);
    }
    upper.set(v); // RACE atomic-compound #4
  }

  public boolean contains(int v) {
    return v >= lower.get() && v <= upper.get();
  }

  public void widen(int by) {
    window.updateAndGet(w -> w.widen(by));
    shadow.set(shadow.get().widen(by)); // RACE atomic-compound
  }

  public boolean shrinkTo(int from, int to) {
    Window w = window.get();
    if (from < w.from() || to > w.to()) {
      return false;
    }
    return window.compareAndSet(w, new Window(from, to));
  }

  public void add(long v) {
    sum.addAndGet(v);
    count.incrementAndGet();
  }

  public double mean() {
    long n = count.get();
    return n == 0 ? 0 : (double) sum.get() / n;
  }
}
