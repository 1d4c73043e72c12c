package dev.interlock.examples.middleware;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the statistics as one immutable value in an atomic reference, so that a reader never sees a
 * success without its operation, and no two updates start from the same value.
 */
public final class AtomicRetryManager implements RetryManager {
  private final int maxAttempts;
  private final long backoffMillis;
  private final AtomicReference<RetryStatistics> statistics =
      new AtomicReference<>(RetryStatistics.NONE);

  /** A manager that tries at most this often and waits longer after each failure. */
  public AtomicRetryManager(int maxAttempts, long backoffMillis) {
    this.maxAttempts = maxAttempts;
    this.backoffMillis = backoffMillis;
  }

  @Override
  public <T> T call(Callable<T> operation) throws Exception {
    int attempts = 0;
    boolean succeeded = false;
    try {
      while (true) {
        attempts++;
        try {
          T result = operation.call();
          succeeded = true;
          return result;
        } catch (Exception e) {
          if (attempts >= maxAttempts || e instanceof InterruptedException) {
            throw e;
          }
        }
        Thread.sleep(backoffMillis * attempts);
      }
    } finally {
      record(attempts, succeeded);
    }
  }

  private void record(int attempts, boolean succeeded) {
    statistics.updateAndGet(soFar -> soFar.plus(attempts, succeeded));
  }

  @Override
  public RetryStatistics statistics() {
    return statistics.get();
  }
}
