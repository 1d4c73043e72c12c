package dev.interlock.examples.middleware;

/**
 * The latencies of the calls so far; the four numbers belong together.
 *
 * @param calls how many calls there were
 * @param totalNanos what they took together
 * @param smoothedNanos an average in which late calls weigh more
 * @param worstNanos what the slowest call took
 */
public record LatencyReport(long calls, long totalNanos, long smoothedNanos, long worstNanos) {
  /** Before the first call. */
  public static final LatencyReport NONE = new LatencyReport(0, 0, 0, 0);

  /** This report with one more call. */
  public LatencyReport plus(long latencyNanos) {
    return new LatencyReport(
        calls + 1,
        totalNanos + latencyNanos,
        smooth(smoothedNanos, latencyNanos),
        Math.max(worstNanos, latencyNanos));
  }

  /** What a call took, on average. */
  public double averageNanos() {
    return calls == 0 ? 0 : (double) totalNanos / calls;
  }

  static long smooth(long smoothedNanos, long latencyNanos) {
    return smoothedNanos + (latencyNanos - smoothedNanos) / 8;
  }
}
