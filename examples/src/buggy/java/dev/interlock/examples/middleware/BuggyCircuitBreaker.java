package dev.interlock.examples.middleware;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The circuit breaker that the audit found.
 *
 * <p>The phase is volatile, so every thread sees the newest one, and still two threads may decide
 * on the same one: after a cool-down all waiting requests see an open breaker, and all of them
 * become the one probe. A failed probe opens the breaker, and a late success that checked before
 * closes it again. The failure window is an {@link ArrayDeque} that all workers change at once:
 * failures overwrite each other, the threshold is reached late or never, and now and then the deque
 * itself is left broken.
 */
public final class BuggyCircuitBreaker implements CircuitBreaker {
  private final BreakerSettings settings;
  private final Deque<Long> failures = new ArrayDeque<>();
  private volatile BreakerPhase phase;

  /** A closed breaker. */
  public BuggyCircuitBreaker(BreakerSettings settings) {
    this.settings = settings;
    this.phase = new BreakerPhase(State.CLOSED, settings.clock().getAsLong());
  }

  @Override
  public boolean admits() {
    long now = settings.clock().getAsLong();
    BreakerPhase current = phase;
    if (current.is(State.CLOSED)) {
      return true;
    }
    if (!current.awaitsProbe(now, settings.coolDownNanos())) {
      return false;
    }
    phase = new BreakerPhase(State.HALF_OPEN, now); // BUG: NonAtomicCheckThenAct
    return true;
  }

  @Override
  public void onSuccess() {
    long now = settings.clock().getAsLong();
    if (phase.is(State.HALF_OPEN)) {
      failures.clear(); // BUG: UnguardedCollectionMutation
      phase = new BreakerPhase(State.CLOSED, now); // BUG: NonAtomicCheckThenAct
    }
  }

  @Override
  public void onFailure() {
    long now = settings.clock().getAsLong();
    failures.removeIf(at -> now - at > settings.windowNanos()); // BUG: UnguardedCollectionMutation
    failures.addLast(now); // BUG: UnguardedCollectionMutation
    boolean tooMany = phase.is(State.CLOSED) && failures.size() >= settings.threshold();
    if (tooMany || phase.is(State.HALF_OPEN)) {
      phase = new BreakerPhase(State.OPEN, now); // BUG: NonAtomicCheckThenAct
    }
  }

  @Override
  public State state() {
    return phase.state();
  }

  @Override
  public int recentFailures() {
    return failures.size();
  }
}
