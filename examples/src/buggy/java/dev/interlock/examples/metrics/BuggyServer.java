package dev.interlock.examples.metrics;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server of the incident: its workers count, gauge and observe all at once, and all of that
 * goes into the one map behind the instruments.
 */
public final class BuggyServer implements AutoCloseable {
  private static final int WORKERS = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  private final BuggyMetrics.PlainCounter requests;
  private final BuggyMetrics.PlainCounter failures;
  private final BuggyMetrics.PlainGauge lastLatency;
  private final BuggyMetrics.PlainHistogram latency;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  /** A server that measures itself with instruments of this registry. */
  public BuggyServer(BuggyMetrics metrics) {
    this.requests = metrics.counter("requests");
    this.failures = metrics.counter("failures");
    this.lastLatency = metrics.gauge("last-latency");
    this.latency = metrics.histogram("latency");
  }

  /** Leaves the request to a worker. */
  public void serve(Runnable request) {
    workers.execute(() -> measured(request));
  }

  private void measured(Runnable request) {
    long start = System.nanoTime();
    requests.increment();
    try {
      request.run();
    } catch (RuntimeException e) {
      failures.increment();
      throw e;
    } finally {
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      lastLatency.set(seconds);
      latency.observe(seconds);
    }
  }

  /** Takes no more requests; those already taken are still served. */
  @Override
  public void close() {
    workers.shutdown();
  }
}
