package dev.interlock.examples.middleware;

import dev.interlock.examples.middleware.CircuitBreaker.State;

/**
 * The state of a circuit breaker, and since when.
 *
 * @param state what the breaker does
 * @param sinceNanos when it began to, on the breaker's clock
 */
record BreakerPhase(State state, long sinceNanos) {
  boolean is(State expected) {
    return state == expected;
  }

  /** Whether the cool-down is over, so that a probe may go out; also when the last one got lost. */
  boolean awaitsProbe(long nowNanos, long coolDownNanos) {
    return state != State.CLOSED && nowNanos - sinceNanos >= coolDownNanos;
  }
}
