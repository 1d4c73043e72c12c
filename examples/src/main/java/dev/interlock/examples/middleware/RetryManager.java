package dev.interlock.examples.middleware;

import java.util.concurrent.Callable;

/** Repeats operations that fail, and keeps statistics on how often it had to. */
public interface RetryManager {
  /**
   * The result of the operation, tried as often as this manager allows.
   *
   * @throws Exception what the last attempt threw
   */
  <T> T call(Callable<T> operation) throws Exception;

  /** What has happened so far. */
  RetryStatistics statistics();
}
