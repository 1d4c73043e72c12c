package dev.interlock.examples.middleware;

import java.util.concurrent.Callable;

/**
 * The retry manager of the incident, called by all workers of the gateway.
 *
 * <p>Each statistic is read, changed and written back without a lock. Two operations that end at
 * the same time both count from the same total: one of them is never counted, the running average
 * moves by one sample instead of two and is divided by a total that it does not belong to, and the
 * worst case of one replaces the still worse case of the other.
 */
public final class BuggyRetryManager implements RetryManager {
  private final int maxAttempts;
  private final long backoffMillis;

  private long operations;
  private long successes;
  private double averageAttempts;
  private int worstAttempts;

  /** A manager that tries at most this often and waits longer after each failure. */
  public BuggyRetryManager(int maxAttempts, long backoffMillis) {
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
    operations++; // BUG: UnsafeReadModifyWrite
    if (succeeded) {
      successes += 1; // BUG: UnsafeReadModifyWrite
    }
    averageAttempts += (attempts - averageAttempts) / operations; // BUG: UnsafeReadModifyWrite
    worstAttempts = Math.max(worstAttempts, attempts); // BUG: UnsafeReadModifyWrite
  }

  @Override
  public RetryStatistics statistics() {
    return new RetryStatistics(operations, successes, averageAttempts, worstAttempts);
  }
}
