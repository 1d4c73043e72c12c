package dev.interlock.examples.middleware;

/** Turns requests away while the backend is slow. */
public interface LoadShedder {
  /** Whether a request may pass, judged by the latencies of late. */
  boolean admits();

  /** Takes the latency of a call into account. */
  void record(long latencyNanos);

  /** The latencies so far. */
  LatencyReport report();
}
