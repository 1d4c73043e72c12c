package com.weir.throttle;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Lock-free: the whole window is one immutable value. */
public class SlidingThrottle implements Throttle {
  private record Window(long start, int used, int previous) {}

  private final AtomicReference<Window> window;
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong worstWait = new AtomicLong();
  private final long length;
  private final int limit;

  public SlidingThrottle(long length, int limit) {
    this.length = length;
    this.limit = limit;
    this.window = new AtomicReference<>(new Window(System.nanoTime(), 0, 0));
  }

  @Override
  public boolean tryPass() {
    while (true) {
      Window w = window.get();
      Window next = advance(w, System.nanoTime());
      if (next.used() + next.previous() / 2 >= limit) {
        rejected.incrementAndGet();
        return false;
      }
      next = new Window(next.start(), next.used() + 1, next.previous());
      if (window.compareAndSet(w, next)) {
        return true;
      }
    }
  }

  private Window advance(Window w, long now) {
    long age = now - w.start();
    if (age < length) {
      return w;
    }
    return age < 2 * length ? new Window(w.start() + length, 0, w.used()) : new Window(now, 0, 0);
  }

  @Override
  public void pass() throws InterruptedException {
    long begin = System.nanoTime();
    while (!tryPass()) {
      Thread.sleep(1);
    }
    worstWait.accumulateAndGet(System.nanoTime() - begin, Math::max);
  }

  /** Rejections since the previous call. */
  public long drainRejected() {
    return rejected.getAndSet(0);
  }
}
