package lon.risk;

import java.util.concurrent.locks.StampedLock;

/** Position of one instrument, read far more often than changed. */
public class Position {
  private final StampedLock sl = new StampedLock();
  private long quantity;
  private double cost;
  private int fills;
  private int optimisticMisses;
  private int resets;

  public void fill(long q, double price) {
    long stamp = sl.writeLock();
    try {
      quantity += q;
      cost += q * price;
      fills++;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  public double average() {
    long stamp = sl.tryOptimisticRead();
    long q = quantity;
    double c = cost;
    if (!sl.validate(stamp)) {
      stamp = sl.readLock();
      try {
        optimisticMisses++; // RACE wrong-lock
        q = quantity;
        c = cost;
      } finally {
        sl.unlockRead(stamp);
      }
    }
    return q == 0 ? 0 : c / q;
  }

  /** Closes a small rest of a position. */
  public boolean flattenIfSmall(long threshold) {
    long stamp = sl.readLock();
    try {
      while (quantity != 0 && Math.abs(quantity) < threshold) {
        long ws = sl.tryConvertToWriteLock(stamp);
        if (ws != 0L) {
          stamp = ws;
          cost = 0;
          quantity = 0;
          resets++;
          return true;
        }
        sl.unlockRead(stamp);
        stamp = sl.writeLock();
      }
      return false;
    } finally {
      sl.unlock(stamp);
    }
  }

  public void scale(double factor) {
    long stamp = sl.tryOptimisticRead();
    double c = cost; // RACE split-lock #1
    if (!sl.validate(stamp)) {
      stamp = sl.readLock();
      c = cost; // RACE split-lock #1
      sl.unlockRead(stamp);
    }
    long ws = sl.writeLock();
    try {
      cost = c * factor; // RACE split-lock #1
    } finally {
      sl.unlockWrite(ws);
    }
  }

  /** An optimistic read validated only before the write is no lock at all. */
  public void split(int ratio) {
    long stamp = sl.tryOptimisticRead();
    long q = quantity; // RACE wrong-lock #2
    if (sl.validate(stamp)) {
      quantity = q * ratio; // RACE wrong-lock #2
    }
  }

  public int fills() {
    long stamp = sl.readLock();
    try {
      return fills;
    } finally {
      sl.unlockRead(stamp);
    }
  }
}
