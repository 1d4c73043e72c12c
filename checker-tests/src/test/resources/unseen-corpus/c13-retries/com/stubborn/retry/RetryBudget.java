package com.stubborn.retry;

/** Retries may only make up a share of all calls. */
public class RetryBudget {
  private final double share;
  private volatile double credit;
  private volatile boolean exhausted;

  public RetryBudget(double share) {
    this.share = share;
    for (int i = 0; i < 10; i++) {
      credit += share;
    }
  }

  public void called() {
    synchronized (this) {
      credit += share;
      if (exhausted && credit > 1) {
        exhausted = false;
      }
    }
  }

  public synchronized boolean tryRetry() {
    if (credit < 1) {
      exhausted = true;
      return false;
    }
    credit -= 1;
    return true;
  }

  /** For dashboards. */
  public double credit() {
    return credit;
  }
}
