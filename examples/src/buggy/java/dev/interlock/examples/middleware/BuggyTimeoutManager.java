package dev.interlock.examples.middleware;

import java.time.Duration;

/**
 * The timeout manager that the audit found: its adaptive estimate is adapted by all workers at
 * once.
 *
 * <p>A worker computes the error of its sample against a mean that another worker is just moving,
 * and writes back a mean that never saw the other sample. The deviation then belongs to neither
 * mean. Samples of a slowing backend are lost when they come most densely, so the timeout stays too
 * short exactly when it should grow.
 */
public final class BuggyTimeoutManager implements TimeoutManager {
  private volatile double meanNanos;
  private volatile double deviationNanos;
  private long samples;

  /** A manager that assumes this latency until it knows better. */
  public BuggyTimeoutManager(Duration assumedLatency) {
    TimeoutEstimate first = TimeoutEstimate.assuming(assumedLatency);
    this.meanNanos = first.meanNanos();
    this.deviationNanos = first.deviationNanos();
  }

  @Override
  public void observe(long latencyNanos) {
    double mean = meanNanos;
    double error = latencyNanos - mean;
    meanNanos = mean + TimeoutEstimate.MEAN_GAIN * error; // BUG: UnsafeReadModifyWrite

    double surprise = Math.abs(error) - deviationNanos;
    deviationNanos += TimeoutEstimate.DEVIATION_GAIN * surprise; // BUG: UnsafeReadModifyWrite

    samples++; // BUG: UnsafeReadModifyWrite
  }

  @Override
  public TimeoutEstimate estimate() {
    return new TimeoutEstimate(meanNanos, deviationNanos, samples);
  }
}
