package dev.interlock.examples.middleware;

/** Stops calling a backend that fails, and tries it again, with one call, after a while. */
public interface CircuitBreaker {
  /** What the breaker does with requests. */
  enum State {
    /** Requests pass. */
    CLOSED,
    /** Requests are turned away until the cool-down is over. */
    OPEN,
    /** One request, the probe, is on its way; the others are turned away. */
    HALF_OPEN
  }

  /** Whether the caller may send its request; of those who ask after a cool-down, one may. */
  boolean admits();

  /** Tells that a request was answered. */
  void onSuccess();

  /** Tells that a request failed. */
  void onFailure();

  /** What the breaker does at the moment. */
  State state();

  /** How many failures lie in the window at the moment. */
  int recentFailures();
}
