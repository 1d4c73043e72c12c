package dev.interlock.examples.middleware;

import java.util.concurrent.atomic.AtomicReference;

/** Keeps all latency metrics in one immutable report, replaced atomically as a whole. */
public final class AtomicLoadShedder implements LoadShedder {
  private final long limitNanos;
  private final AtomicReference<LatencyReport> report = new AtomicReference<>(LatencyReport.NONE);

  /** A shedder that admits requests while the smoothed latency is below the limit. */
  public AtomicLoadShedder(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  @Override
  public boolean admits() {
    return report.get().smoothedNanos() < limitNanos;
  }

  @Override
  public void record(long latencyNanos) {
    report.updateAndGet(soFar -> soFar.plus(latencyNanos));
  }

  @Override
  public LatencyReport report() {
    return report.get();
  }
}
