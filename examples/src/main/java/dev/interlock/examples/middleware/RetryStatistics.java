package dev.interlock.examples.middleware;

/**
 * What a retry manager has seen; the four numbers belong together.
 *
 * @param operations how many operations were called
 * @param successes how many of them succeeded in the end
 * @param averageAttempts how many attempts an operation took, on average
 * @param worstAttempts how many attempts the worst operation took
 */
public record RetryStatistics(
    long operations, long successes, double averageAttempts, int worstAttempts) {
  /** Before the first operation. */
  public static final RetryStatistics NONE = new RetryStatistics(0, 0, 0, 0);

  /** These statistics with one more operation. */
  public RetryStatistics plus(int attempts, boolean succeeded) {
    long operationsNow = operations + 1;
    return new RetryStatistics(
        operationsNow,
        succeeded ? successes + 1 : successes,
        averageAttempts + (attempts - averageAttempts) / operationsNow,
        Math.max(worstAttempts, attempts));
  }
}
