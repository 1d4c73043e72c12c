package dev.interlock.examples.middleware;

/** Finds out from the latencies of calls how long to wait for one. */
public interface TimeoutManager {
  /** Takes the latency of an answered call into account. */
  void observe(long latencyNanos);

  /** What is known about the latencies; the timeout follows from it. */
  TimeoutEstimate estimate();
}
