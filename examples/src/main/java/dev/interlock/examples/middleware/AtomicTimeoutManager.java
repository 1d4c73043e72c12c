package dev.interlock.examples.middleware;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the estimate as one immutable value, replaced by compare-and-set: whoever finds that
 * another sample came in between computes again from the newer estimate.
 */
public final class AtomicTimeoutManager implements TimeoutManager {
  private final AtomicReference<TimeoutEstimate> estimate;

  /** A manager that assumes this latency until it knows better. */
  public AtomicTimeoutManager(Duration assumedLatency) {
    this.estimate = new AtomicReference<>(TimeoutEstimate.assuming(assumedLatency));
  }

  @Override
  public void observe(long latencyNanos) {
    TimeoutEstimate before;
    TimeoutEstimate after;
    do {
      before = estimate.get();
      after = before.plus(latencyNanos);
    } while (!estimate.compareAndSet(before, after));
  }

  @Override
  public TimeoutEstimate estimate() {
    return estimate.get();
  }
}
