package dev.interlock.examples.middleware;

import java.time.Duration;

/**
 * A running estimate of latencies as TCP makes it of round trips (RFC 6298); the three numbers
 * belong together.
 *
 * @param meanNanos the smoothed latency
 * @param deviationNanos how far latencies lie from it, smoothed likewise
 * @param samples how many latencies were observed
 */
public record TimeoutEstimate(double meanNanos, double deviationNanos, long samples) {
  static final double MEAN_GAIN = 1.0 / 8;
  static final double DEVIATION_GAIN = 1.0 / 4;

  private static final int DEVIATIONS = 4;

  /** What is assumed before the first sample. */
  public static TimeoutEstimate assuming(Duration latency) {
    return new TimeoutEstimate(latency.toNanos(), latency.toNanos() / 2.0, 0);
  }

  /** This estimate after one more latency. */
  public TimeoutEstimate plus(long latencyNanos) {
    double error = latencyNanos - meanNanos;
    return new TimeoutEstimate(
        meanNanos + MEAN_GAIN * error,
        deviationNanos + DEVIATION_GAIN * (Math.abs(error) - deviationNanos),
        samples + 1);
  }

  /** How long to wait for a call. */
  public Duration timeout() {
    return Duration.ofNanos(Math.round(meanNanos + DEVIATIONS * deviationNanos));
  }
}
