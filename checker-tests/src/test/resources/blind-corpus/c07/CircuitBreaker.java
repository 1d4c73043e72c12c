package org.resilio.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Opens after a number of failures, lets one call probe after a while. */
public class CircuitBreaker {
  enum State { CLOSED, OPEN, HALF_OPEN }

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger successes = new AtomicInteger();
  private final LongSupplier clock;
  private final int threshold;
  private volatile State state = State.CLOSED;
  private volatile long openUntil;
  private volatile int opened;
  private long rejected;

  public CircuitBreaker(int threshold, LongSupplier clock) {
    this.threshold = threshold;
    this.clock = clock;
  }

  public <T> T call(Supplier<T> body, T fallback) {
    if (!permitted()) {
      synchronized (this) {
        rejected++;
      }
      return fallback;
    }
    try {
      T t = body.get();
      succeeded(); // MAYBE
      return t;
    } catch (RuntimeException e) {
      failed(); // MAYBE
      return fallback;
    }
  }

  private boolean permitted() {
    if (state == State.OPEN && clock.getAsLong() >= openUntil) { // RACE check-then-act #1
      state = State.HALF_OPEN; // RACE check-then-act #1
      return true;
    }
    return state == State.CLOSED;
  }

  private void succeeded() {
    if (successes.incrementAndGet() > 1000) { // MAYBE
      successes.set(0); // MAYBE
    }
    failures.set(0);
    state = State.CLOSED; // MAYBE
  }

  private void failed() {
    if (failures.incrementAndGet() >= threshold) {
      openUntil = clock.getAsLong() + 10_000;
      state = State.OPEN; // MAYBE
      opened++; // RACE rmw
    }
  }

  public int opened() {
    return opened;
  }

  public synchronized long rejected() {
    return rejected;
  }
}
