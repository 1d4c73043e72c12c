package io.fuse.resilience;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Count based breaker around remote calls. */
public class Breaker {
  enum State { CLOSED, OPEN, HALF_OPEN }

  private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger trials = new AtomicInteger();
  private final AtomicInteger permits = new AtomicInteger();
  private final AtomicLong openedAt = new AtomicLong();
  private volatile int rejected;
  private final int threshold;

  public Breaker(int threshold) {
    this.threshold = threshold;
  }

  public <T> T call(Callable<T> body, int maxRetries) throws Exception {
    int attempt = 0;
    long backoff = 10;
    while (true) {
      if (!allow()) {
        rejected++; // RACE rmw
        throw new IllegalStateException("open");
      }
      try {
        T r = body.call();
        succeeded();
        return r;
      } catch (Exception e) {
        failed();
        if (++attempt > maxRetries) {
          throw e;
        }
        backoff *= 2;
        Thread.sleep(backoff);
      }
    }
  }

  private boolean allow() {
    switch (state.get()) {
      case CLOSED:
        return true;
      case HALF_OPEN:
        if (trials.get() < 3) { // RACE atomic-compound #1
          trials.incrementAndGet(); // RACE atomic-compound #1
          return true;
        }
        return false;
      default:
        if (System.nanoTime() - openedAt.get() > 1_000_000_000L
            && state.compareAndSet(State.OPEN, State.HALF_OPEN)) {
          trials.set(1); // MAYBE
          return true;
        }
        return false;
    }
  }

  boolean permit(int max) {
    int p;
    do {
      p = permits.get();
      if (p >= max) {
        return false;
      }
    } while (!permits.compareAndSet(p, p + 1));
    return true;
  }

  private void succeeded() {
    failures.set(0);
    state.compareAndSet(State.HALF_OPEN, State.CLOSED);
  }

  private void failed() {
    if (failures.incrementAndGet() >= threshold && state.compareAndSet(State.CLOSED, State.OPEN)) {
      openedAt.set(System.nanoTime());
    } else if (state.compareAndSet(State.HALF_OPEN, State.OPEN)) {
      openedAt.set(System.nanoTime());
    }
  }

  public int rejected() {
    return rejected;
  }

  /** Per call object, made by each caller for itself. */
  public static final class Attempts {
    private int count;
    private long slept;

    public boolean again(int max) throws InterruptedException {
      if (count++ >= max) {
        return false;
      }
      long ms = Math.min(1000, 1L << count);
      slept += ms;
      Thread.sleep(ms);
      return true;
    }
  }
}
