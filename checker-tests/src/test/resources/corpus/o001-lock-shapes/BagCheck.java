package com.operahaus.cloakroom;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** The same for bags: odd shapes, but locked from the read to the write on every path. */
class BagCheck {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<String> shelf = new ArrayDeque<>();
  private int tips;
  private int checked;
  private int refused;

  void tip(int cents) {
    lock.lock();
    int before = tips;
    try {
      tips = before + cents;
    } finally {
      lock.unlock();
    }
  }

  boolean check(String bag, int litres) {
    lock.lock();
    try {
      if (litres > 40) {
        refused++;
        return false;
      }
      lock.lock();
      try {
        shelf.push(bag);
        checked++;
      } finally {
        lock.unlock();
      }
      checked += litres > 30 ? 1 : 0;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The exception leaves through the finally block, the lock does not stay behind. */
  String fetch(String bag) {
    lock.lock();
    try {
      if (!shelf.remove(bag)) {
        throw new IllegalArgumentException(bag);
      }
      checked--;
      return bag;
    } catch (IllegalArgumentException e) {
      refused++;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  void evening(ExecutorService attendants, int guests) {
    for (int i = 0; i < guests; i++) {
      String bag = "bag " + i;
      attendants.execute(() -> check(bag, 20));
      attendants.execute(() -> fetch(bag));
      attendants.execute(() -> tip(100));
    }
  }
}
