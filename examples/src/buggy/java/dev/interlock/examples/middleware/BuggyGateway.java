package dev.interlock.examples.middleware;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The gateway of the incident. Nothing is wrong in this class: it hands each request to a pool of
 * workers, as it should. But all workers share one retry manager, one load shedder, one breaker,
 * one bulkhead and one timeout manager, none of which was made for that; so it is here that their
 * updates begin to collide.
 */
public final class BuggyGateway implements AutoCloseable {
  private static final int WORKERS = 16;

  private final Backend backend;
  private final BuggyRetryManager retries;
  private final BuggyLoadShedder shedder;
  private final BuggyCircuitBreaker breaker;
  private final BuggyBulkhead bulkhead;
  private final BuggyTimeoutManager timeouts;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  /** A gateway with the middleware as it was. */
  public BuggyGateway(Backend backend, GatewaySettings settings) {
    this.backend = backend;
    this.retries = new BuggyRetryManager(settings.maxAttempts(), settings.backoff().toMillis());
    this.shedder = new BuggyLoadShedder(settings.latencyLimit().toNanos());
    this.breaker = new BuggyCircuitBreaker(settings.breaker());
    this.bulkhead = new BuggyBulkhead(settings.callsAtATime());
    this.timeouts = new BuggyTimeoutManager(settings.assumedLatency());
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
