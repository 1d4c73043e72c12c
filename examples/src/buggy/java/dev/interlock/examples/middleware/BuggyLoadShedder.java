package dev.interlock.examples.middleware;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The load shedder that the audit found: somebody had begun to make its metrics atomic, and stopped
 * half way.
 *
 * <p>The number of calls is right. The total is a plain field and loses latencies, so the average
 * is too low. The smoothed latency is an atomic variable, but read with one call and written with
 * another, so it loses samples all the same. The worst case is checked first and written later, and
 * a smaller one may overwrite it. All three make an overloaded backend look healthy.
 */
public final class BuggyLoadShedder implements LoadShedder {
  private final long limitNanos;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong smoothedNanos = new AtomicLong();
  private long totalNanos;
  private volatile long worstNanos;

  /** A shedder that admits requests while the smoothed latency is below the limit. */
  public BuggyLoadShedder(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  @Override
  public boolean admits() {
    return smoothedNanos.get() < limitNanos;
  }

  @Override
  public void record(long latencyNanos) {
    calls.incrementAndGet();
    totalNanos += latencyNanos; // BUG: UnsafeReadModifyWrite

    long smoothed = smoothedNanos.get();
    smoothedNanos.set(smoothed + (latencyNanos - smoothed) / 8); // BUG: AtomicGetThenSet

    if (latencyNanos > worstNanos) {
      worstNanos = latencyNanos; // BUG: NonAtomicCheckThenAct
    }
  }

  @Override
  public LatencyReport report() {
    return new LatencyReport(calls.get(), totalNanos, smoothedNanos.get(), worstNanos);
  }
}
