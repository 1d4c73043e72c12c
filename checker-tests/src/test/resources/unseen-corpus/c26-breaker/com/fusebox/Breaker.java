package com.fusebox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Circuit breaker around a remote call, used by many request threads. */
public class Breaker {
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger successes = new AtomicInteger();
  private final AtomicLong openUntil = new AtomicLong();
  private volatile int probes;
  private final int limit;
  private final long coolDown;

  public Breaker(int limit, long coolDown) {
    this.limit = limit;
    this.coolDown = coolDown;
  }

  public <T> T call(Supplier<T> body, T fallback) {
    long until = openUntil.get();
    if (until != 0) {
      if (System.nanoTime() < until) {
        return fallback;
      }
      probes++; // RACE rmw
    }
    try {
      T t = body.get();
      succeeded();
      return t;
    } catch (RuntimeException e) {
      failed();
      return fallback;
    }
  }

  private void succeeded() {
    successes.incrementAndGet();
    openUntil.set(0);
    int f = failures.get(); // RACE atomic-compound #1
    if (f > 0) {
      failures.set(f - 1); // RACE atomic-compound #1
    }
  }

  private void failed() {
    if (failures.incrementAndGet() >= limit) {
      openUntil.set(System.nanoTime() + coolDown);
    }
  }

  /** Success rate since the last call. */
  public int drainSuccesses() {
    int n;
    do {
      n = successes.get();
    } while (!successes.compareAndSet(n, 0));
    return n;
  }

  public int probes() {
    return probes;
  }
}
