package toll;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Three lanes, three locks; a change of the balance needs the two locks of both its lanes. */
class LaneCounter {
  private final Lock north = new ReentrantLock();
  private final Lock middle = new ReentrantLock();
  private final Lock south = new ReentrantLock();
  private int balance;

  void northToMiddle(int cars) {
    north.lock();
    middle.lock();
    try {
      balance += cars;
    } finally {
      middle.unlock();
      north.unlock();
    }
  }

  void middleToSouth(int cars) {
    middle.lock();
    south.lock();
    try {
      balance -= cars;
    } finally {
      south.unlock();
      middle.unlock();
    }
  }

  void northToSouth(int cars) {
    north.lock();
    south.lock();
    try {
      balance += 2 * cars;
    } finally {
      south.unlock();
      north.unlock();
    }
  }
}

/** Booth with a lock that others reach through a getter. */
class Booth {
  private final ReentrantLock lock = new ReentrantLock();
  private int cash;
  private int tickets;

  ReentrantLock lock() {
    return lock;
  }

  void pay(int amount) {
    ReentrantLock mine = lock();
    mine.lock();
    try {
      cash += amount;
      tickets++;
    } finally {
      mine.unlock();
    }
  }

  /** The caller holds the lock. */
  int empty() {
    assert lock.isHeldByCurrentThread();
    int taken = cash;
    cash = 0;
    tickets = 0;
    return taken;
  }
}
