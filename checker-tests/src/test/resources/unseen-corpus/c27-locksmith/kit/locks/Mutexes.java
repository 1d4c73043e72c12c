package kit.locks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** A cell guarded by a binary semaphore. */
class SemaphoreCell {
  private final Semaphore mutex = new Semaphore(1);
  private long value;
  private int writes;

  void add(long n) {
    mutex.acquireUninterruptibly();
    try {
      value += n;
      writes++;
    } finally {
      mutex.release();
    }
  }

  boolean tryAdd(long n, long millis) throws InterruptedException {
    if (!mutex.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      value += n;
      return true;
    } finally {
      mutex.release();
    }
  }
}

/** A point guarded by a stamped lock, read optimistically. */
class StampedPoint {
  private final StampedLock sl = new StampedLock();
  private double x;
  private double y;
  private int moves;

  void move(double dx, double dy) {
    long stamp = sl.writeLock();
    try {
      x += dx;
      y += dy;
      moves++;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  double distance() {
    long stamp = sl.tryOptimisticRead();
    double cx = x;
    double cy = y;
    if (!sl.validate(stamp)) {
      stamp = sl.readLock();
      try {
        cx = x;
        cy = y;
      } finally {
        sl.unlockRead(stamp);
      }
    }
    return Math.hypot(cx, cy);
  }

  void moveIfAtOrigin(double nx, double ny) {
    long stamp = sl.readLock();
    try {
      while (x == 0 && y == 0) {
        long ws = sl.tryConvertToWriteLock(stamp);
        if (ws != 0) {
          stamp = ws;
          x = nx;
          y = ny;
          moves++;
          break;
        }
        sl.unlockRead(stamp);
        stamp = sl.writeLock();
      }
    } finally {
      sl.unlock(stamp);
    }
  }
}

/** Released by try-with-resources. */
class Guard implements AutoCloseable {
  private final Lock lock = new ReentrantLock();

  Guard enter() {
    lock.lock();
    return this;
  }

  @Override
  public void close() {
    lock.unlock();
  }
}

class GuardedTally {
  private final Guard guard = new Guard();
  private int yes;
  private int no;

  void vote(boolean v) {
    try (Guard g = guard.enter()) {
      if (v) {
        yes++;
      } else {
        no++;
      }
    }
  }

  int margin() {
    try (Guard g = guard.enter()) {
      return yes - no;
    }
  }
}
