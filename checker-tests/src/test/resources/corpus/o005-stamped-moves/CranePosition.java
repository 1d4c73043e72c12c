package com.portalkran.control;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.StampedLock;

/** Where the crane's trolley is. Moved by the operator and by the anti-sway controller. */
class CranePosition {
  private final StampedLock lock = new StampedLock();
  private double x;
  private double y;
  private long moves;
  private long queries;

  void move(double dx, double dy) {
    long stamp = lock.writeLock();
    try {
      x += dx;
      y += dy;
      moves++;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Optimistic reading is for readers. */
  void nudge(double dx) {
    long stamp = lock.tryOptimisticRead();
    double current = x; // RACE wrong-lock #1
    if (lock.validate(stamp)) {
      x = current + dx; // RACE wrong-lock #1
    }
  }

  double distance() {
    long stamp = lock.readLock();
    try {
      queries++; // RACE wrong-lock
      return Math.hypot(x, y);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Converts, or lets go and looks again. */
  void homeIfAtOrigin(double newX, double newY) {
    long stamp = lock.readLock();
    try {
      while (x == 0.0 && y == 0.0) {
        long write = lock.tryConvertToWriteLock(stamp);
        if (write != 0L) {
          stamp = write;
          x = newX;
          y = newY;
          moves++;
          break;
        }
        lock.unlockRead(stamp);
        stamp = lock.writeLock();
      }
    } finally {
      lock.unlock(stamp);
    }
  }

  /** Values from an optimistic read decide about a write that is locked too late. */
  void park(double limit) {
    long stamp = lock.tryOptimisticRead();
    double here = x; // RACE split-lock #2
    if (!lock.validate(stamp)) {
      return;
    }
    if (here > limit) {
      long write = lock.writeLock();
      try {
        x = here - limit; // RACE split-lock #2
      } finally {
        lock.unlockWrite(write);
      }
    }
  }

  /** A classic optimistic reader with its fallback. */
  double readX() {
    long stamp = lock.tryOptimisticRead();
    double current = x;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        current = x;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return current;
  }

  void shift(ExecutorService controllers) {
    for (int i = 0; i < 8; i++) {
      controllers.execute(() -> move(0.1, 0.2));
      controllers.execute(() -> nudge(0.01));
      controllers.execute(() -> homeIfAtOrigin(1, 1));
      controllers.execute(() -> park(12));
      controllers.execute(this::distance);
      controllers.execute(this::readX);
    }
  }
}
