package ch.bernhard.seats;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/** Seats and prices. Whoever changes both holds both locks. */
final class Theatre {
  final Object seatLock = new Object();
  final ReentrantLock priceLock = new ReentrantLock();
  private final Object statsLock = new Object();
  private final BitSet taken = new BitSet();
  private int basePrice = 50;
  private int demand;
  private long revenue;
  private int cancelled;
  private long changes;

  /** Seat and statistics. */
  void hold(int seat) {
    synchronized (seatLock) {
      taken.set(seat);
      synchronized (statsLock) {
        demand++;
        changes++;
      }
    }
  }

  /** Statistics and price. */
  void reprice() {
    priceLock.lock();
    try {
      synchronized (statsLock) {
        demand -= demand / 10;
        basePrice += demand > 100 ? 1 : 0;
        changes++;
      }
    } finally {
      priceLock.unlock();
    }
  }

  /** Seat and price. */
  int buy(int seat) {
    synchronized (seatLock) {
      priceLock.lock();
      try {
        if (taken.get(seat)) {
          return -1;
        }
        taken.set(seat);
        revenue += basePrice;
        changes++;
        return basePrice;
      } finally {
        priceLock.unlock();
      }
    }
  }

  void cancel(int seat) {
    synchronized (seatLock) {
      if (taken.get(seat)) {
        taken.clear(seat);
        cancelled++;
        revenue -= 10;
      }
    }
  }

  void surcharge(int cents) {
    synchronized (statsLock) {
      revenue += cents; // RACE wrong-lock
    }
  }

  /** Callers hold the seat lock. */
  int firstFree() {
    int s = taken.nextClearBit(0);
    taken.set(s);
    return s;
  }

  Object seatLock() {
    return seatLock;
  }
}
