package org.weir.h2;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Send window of one stream. */
class FlowWindow {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private long window;
  private long consumed;
  private int stalls;
  private boolean closed;

  FlowWindow(long initial) {
    this.window = initial;
  }

  int take(int wanted) throws InterruptedException {
    lock.lock();
    try {
      while (window <= 0 && !closed) {
        stalls++;
        grown.await();
      }
      int n = (int) Math.min(wanted, window);
      window -= n;
      consumed += n;
      return n;
    } finally {
      lock.unlock();
    }
  }

  /** WINDOW_UPDATE frame. */
  void grow(int delta) {
    lock.lock();
    try {
      window += delta;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** SETTINGS frame changes the initial window of open streams. */
  void adjust(int difference) {
    window += difference; // RACE wrong-lock
  }

  boolean tryTake(int n) {
    if (lock.tryLock()) {
      try {
        if (window >= n) {
          window -= n;
          return true;
        }
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  boolean tryTakeTimed(int n) throws InterruptedException {
    boolean ok = lock.tryLock(5, TimeUnit.MILLISECONDS);
    if (!ok) {
      stalls++; // RACE wrong-lock
      return false;
    }
    try {
      window -= n;
      return true;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
