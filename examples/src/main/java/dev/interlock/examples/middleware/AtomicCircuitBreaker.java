package dev.interlock.examples.middleware;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Keeps the phase and the failure window in one immutable value. Every transition is a pure
 * function from value to value, so the atomic reference may retry it; who was admitted as the probe
 * is read off the value that the transition replaced.
 */
public final class AtomicCircuitBreaker implements CircuitBreaker {
  private final BreakerSettings settings;
  private final AtomicReference<Snapshot> snapshot;

  /** A closed breaker. */
  public AtomicCircuitBreaker(BreakerSettings settings) {
    this.settings = settings;
    BreakerPhase closed = new BreakerPhase(State.CLOSED, settings.clock().getAsLong());
    this.snapshot = new AtomicReference<>(new Snapshot(closed, List.of()));
  }

  @Override
  public boolean admits() {
    long now = settings.clock().getAsLong();
    long coolDown = settings.coolDownNanos();
    Snapshot before = snapshot.getAndUpdate(current -> current.probed(now, coolDown));
    return before.phase().is(State.CLOSED) || before.phase().awaitsProbe(now, coolDown);
  }

  @Override
  public void onSuccess() {
    long now = settings.clock().getAsLong();
    snapshot.updateAndGet(current -> current.answered(now));
  }

  @Override
  public void onFailure() {
    long now = settings.clock().getAsLong();
    snapshot.updateAndGet(current -> current.failed(now, settings));
  }

  @Override
  public State state() {
    return snapshot.get().phase().state();
  }

  @Override
  public int recentFailures() {
    long now = settings.clock().getAsLong();
    return (int) snapshot.get().recent(now, settings.windowNanos()).count();
  }

  private record Snapshot(BreakerPhase phase, List<Long> failures) {
    LongStream recent(long now, long windowNanos) {
      return failures.stream()
          .mapToLong(Long::longValue)
          .filter(failure -> now - failure <= windowNanos);
    }

    Snapshot probed(long now, long coolDownNanos) {
      return phase.awaitsProbe(now, coolDownNanos)
          ? new Snapshot(new BreakerPhase(State.HALF_OPEN, now), failures)
          : this;
    }

    Snapshot answered(long now) {
      return phase.is(State.HALF_OPEN)
          ? new Snapshot(new BreakerPhase(State.CLOSED, now), List.of())
          : this;
    }

    Snapshot failed(long now, BreakerSettings settings) {
      List<Long> window =
          Stream.concat(recent(now, settings.windowNanos()).boxed(), Stream.of(now)).toList();
      boolean tooMany = phase.is(State.CLOSED) && window.size() >= settings.threshold();
      return tooMany || phase.is(State.HALF_OPEN)
          ? new Snapshot(new BreakerPhase(State.OPEN, now), window)
          : new Snapshot(phase, window);
    }
  }
}
