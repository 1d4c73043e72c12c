package dev.interlock.examples.middleware;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the phase and the failure window under one mutex, because what one of them becomes is
 * decided by reading the other.
 */
public final class MutexCircuitBreaker implements CircuitBreaker {
  private final BreakerSettings settings;
  private final Object lock = new Object();
  private final Deque<Long> failures = new ArrayDeque<>();
  private BreakerPhase phase;

  /** A closed breaker. */
  public MutexCircuitBreaker(BreakerSettings settings) {
    this.settings = settings;
    this.phase = new BreakerPhase(State.CLOSED, settings.clock().getAsLong());
  }

  @Override
  public boolean admits() {
    long now = settings.clock().getAsLong();
    synchronized (lock) {
      if (phase.is(State.CLOSED)) {
        return true;
      }
      if (!phase.awaitsProbe(now, settings.coolDownNanos())) {
        return false;
      }
      phase = new BreakerPhase(State.HALF_OPEN, now);
      return true;
    }
  }

  @Override
  public void onSuccess() {
    long now = settings.clock().getAsLong();
    synchronized (lock) {
      if (phase.is(State.HALF_OPEN)) {
        failures.clear();
        phase = new BreakerPhase(State.CLOSED, now);
      }
    }
  }

  @Override
  public void onFailure() {
    long now = settings.clock().getAsLong();
    synchronized (lock) {
      failures.removeIf(failure -> now - failure > settings.windowNanos());
      failures.addLast(now);
      boolean tooMany = phase.is(State.CLOSED) && failures.size() >= settings.threshold();
      if (tooMany || phase.is(State.HALF_OPEN)) {
        phase = new BreakerPhase(State.OPEN, now);
      }
    }
  }

  @Override
  public State state() {
    synchronized (lock) {
      return phase.state();
    }
  }

  @Override
  public int recentFailures() {
    long now = settings.clock().getAsLong();
    synchronized (lock) {
      failures.removeIf(failure -> now - failure > settings.windowNanos());
      return failures.size();
    }
  }
}
