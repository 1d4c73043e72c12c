package com.brightbourse.match;

import java.util.concurrent.locks.ReentrantLock;

/** Mutual exclusion that knows how often it was contended. */
final class BookGuard {
  private final ReentrantLock lock = new ReentrantLock();
  private int contended;

  void acquire() {
    if (!lock.tryLock()) {
      lock.lock();
      contended++;
    }
  }

  void release() {
    lock.unlock();
  }

  int contended() {
    acquire();
    try {
      return contended;
    } finally {
      release();
    }
  }
}
