package dev.interlock.examples.metrics;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves requests with a pool of workers, each of which measures what it does. */
public final class MeasuredServer implements AutoCloseable {
  private static final int WORKERS = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Metrics.Counter requests;
  private final Metrics.Counter failures;
  private final Metrics.Gauge lastLatency;
  private final Metrics.Histogram latency;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  /** A server that measures itself with instruments of this registry. */
  public MeasuredServer(Metrics metrics) {
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
