package com.weir.throttle;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bucket refilled lazily by whoever comes by. */
public class TokenBucket implements Throttle {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition refilled = lock.newCondition();
  private final long capacity;
  private final long nanosPerToken;
  private long tokens;
  private long lastRefill;
  private int waiters;

  public TokenBucket(long capacity, long nanosPerToken) {
    this.capacity = capacity;
    this.nanosPerToken = nanosPerToken;
    this.tokens = capacity;
    this.lastRefill = System.nanoTime();
  }

  @Override
  public boolean tryPass() {
    final ReentrantLock l = this.lock;
    l.lock();
    try {
      refill();
      if (tokens == 0) {
        return false;
      }
      tokens--;
      return true;
    } finally {
      l.unlock();
    }
  }

  @Override
  public void pass() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waiters++;
      try {
        refill();
        while (tokens <= 0) {
          refilled.awaitNanos(nanosPerToken);
          refill();
        }
        tokens--;
      } finally {
        waiters--;
      }
    } finally {
      lock.unlock();
    }
  }

  private void refill() {
    assert lock.isHeldByCurrentThread();
    long now = System.nanoTime();
    long fresh = (now - lastRefill) / nanosPerToken;
    if (fresh > 0) {
      tokens = Math.min(capacity, tokens + fresh);
      lastRefill += fresh * nanosPerToken;
      if (waiters > 0) {
        refilled.signalAll();
      }
    }
  }
}
