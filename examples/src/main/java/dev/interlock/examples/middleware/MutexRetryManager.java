package dev.interlock.examples.middleware;

import java.util.concurrent.Callable;

/**
 * Keeps the statistics under one mutex: the four numbers change together, and are read together, in
 * critical sections of the same lock. The operation itself runs outside of it.
 */
public final class MutexRetryManager implements RetryManager {
  private final int maxAttempts;
  private final long backoffMillis;
  private final Object lock = new Object();

  private long operations;
  private long successes;
  private double averageAttempts;
  private int worstAttempts;

  /** A manager that tries at most this often and waits longer after each failure. */
  public MutexRetryManager(int maxAttempts, long backoffMillis) {
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
    synchronized (lock) {
      operations++;
      if (succeeded) {
        successes++;
      }
      averageAttempts += (attempts - averageAttempts) / operations;
      worstAttempts = Math.max(worstAttempts, attempts);
    }
  }

  @Override
  public RetryStatistics statistics() {
    synchronized (lock) {
      return new RetryStatistics(operations, successes, averageAttempts, worstAttempts);
    }
  }
}
