package io.compass.track;

import java.util.concurrent.locks.StampedLock;

/** Position and odometer of a vehicle, written by several receivers. */
final class Tracker {
  private final StampedLock sl = new StampedLock();
  private double x;
  private double y;
  private double odometer;
  private int fixes;
  private int rejected;
  private int teleports;

  void moveTo(double nx, double ny) {
    long stamp = sl.writeLock();
    try {
      odometer += Math.hypot(nx - x, ny - y);
      x = nx;
      y = ny;
      fixes++;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  /** Moves only when the fix is plausible. */
  boolean offer(double nx, double ny) {
    long stamp = sl.readLock();
    try {
      while (Math.hypot(nx - x, ny - y) < 500) {
        long ws = sl.tryConvertToWriteLock(stamp);
        if (ws != 0L) {
          stamp = ws;
          x = nx;
          y = ny;
          fixes++;
          return true;
        }
        sl.unlockRead(stamp);
        stamp = sl.writeLock();
      }
      rejected++; // RACE wrong-lock
      return false;
    } finally {
      sl.unlock(stamp);
    }
  }

  void nudge(double dx, double dy) {
    long stamp = sl.tryOptimisticRead();
    double cx = x; // RACE split-lock #1
    double cy = y; // RACE split-lock #1
    if (!sl.validate(stamp)) {
      stamp = sl.readLock();
      try {
        cx = x; // RACE split-lock #1
        cy = y; // RACE split-lock #1
      } finally {
        sl.unlockRead(stamp);
      }
    }
    long ws = sl.writeLock();
    try {
      x = cx + dx; // RACE split-lock #1
      y = cy + dy; // RACE split-lock #1
    } finally {
      sl.unlockWrite(ws);
    }
  }

  void teleport(double nx, double ny) {
    long stamp = sl.tryWriteLock();
    if (stamp == 0L) {
      stamp = sl.writeLock();
    }
    x = nx;
    y = ny;
    teleports += 1;
    sl.unlock(stamp);
  }

  double distance(double ox, double oy) {
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
    double dx = ox - cx;
    dx *= dx;
    double dy = oy - cy;
    dy *= dy;
    return Math.sqrt(dx + dy);
  }

  String state() {
    long stamp = sl.readLock();
    try {
      return fixes + "/" + rejected + "/" + teleports + " " + odometer;
    } finally {
      sl.unlockRead(stamp);
    }
  }
}
