package dev.interlock.examples.middleware;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Calls a backend for many clients at a time. All workers share the five parts of the middleware,
 * so each of these must bear being called by all workers at once.
 */
public final class Gateway implements AutoCloseable {
  private static final int WORKERS = 16;

  private final Backend backend;
  private final RetryManager retries;
  private final LoadShedder shedder;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final TimeoutManager timeouts;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  private Gateway(
      Backend backend,
      RetryManager retries,
      LoadShedder shedder,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      TimeoutManager timeouts) {
    this.backend = backend;
    this.retries = retries;
    this.shedder = shedder;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.timeouts = timeouts;
  }

  /** A gateway whose middleware keeps its state under mutexes. */
  public static Gateway withMutexes(Backend backend, GatewaySettings settings) {
    return new Gateway(
        backend,
        new MutexRetryManager(settings.maxAttempts(), settings.backoff().toMillis()),
        new MutexLoadShedder(settings.latencyLimit().toNanos()),
        new MutexCircuitBreaker(settings.breaker()),
        new MutexBulkhead(settings.callsAtATime()),
        new MutexTimeoutManager(settings.assumedLatency()));
  }

  /** A gateway whose middleware keeps its state in atomic variables. */
  public static Gateway withAtomics(Backend backend, GatewaySettings settings) {
    return new Gateway(
        backend,
        new AtomicRetryManager(settings.maxAttempts(), settings.backoff().toMillis()),
        new AtomicLoadShedder(settings.latencyLimit().toNanos()),
        new AtomicCircuitBreaker(settings.breaker()),
        new AtomicBulkhead(settings.callsAtATime()),
        new AtomicTimeoutManager(settings.assumedLatency()));
  }

  /** Answers at once with a promise; the call itself is made by one of the workers. */
  public CompletableFuture<Reply> send(String request) {
    return CompletableFuture.supplyAsync(() -> exchange(request), workers);
  }

  private Reply exchange(String request) {
    if (!shedder.admits()) {
      return Reply.rejected("overloaded");
    }
    if (!bulkhead.tryEnter()) {
      return Reply.rejected("too many calls");
    }
    try {
      return breaker.admits() ? call(request) : Reply.rejected("backend down");
    } finally {
      bulkhead.leave();
    }
  }

  private Reply call(String request) {
    try {
      String body = retries.call(() -> timed(request));
      breaker.onSuccess();
      return Reply.answered(body);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      breaker.onFailure();
      return Reply.failed(e);
    }
  }

  private String timed(String request) throws Exception {
    long start = System.nanoTime();
    String body = backend.fetch(request, timeouts.estimate().timeout());
    long latency = System.nanoTime() - start;
    timeouts.observe(latency);
    shedder.record(latency);
    return body;
  }

  /** How the calls went, for those who watch the backend. */
  public RetryStatistics statistics() {
    return retries.statistics();
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
