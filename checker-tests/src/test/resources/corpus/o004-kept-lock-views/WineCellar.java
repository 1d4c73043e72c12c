package fr.caveau.cellar;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Bottles in the racks. The two views of the lock are kept in fields with short names. */
class WineCellar {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock r = rw.readLock();
  private final Lock w = rw.writeLock();

  private final Map<String, Integer> bottles = new HashMap<>();
  private int tastings;
  private int deliveries;
  private long value;

  void deliver(String wine, int count, long cents) {
    w.lock();
    try {
      bottles.merge(wine, count, Integer::sum);
      deliveries++;
      value += count * cents;
    } finally {
      w.unlock();
    }
  }

  /** One letter wrong. */
  boolean taste(String wine) {
    r.lock();
    try {
      Integer left = bottles.get(wine); // RACE wrong-lock #1
      if (left == null || left == 0) {
        return false;
      }
      bottles.put(wine, left - 1); // RACE wrong-lock #1
      tastings++; // RACE wrong-lock
      return true;
    } finally {
      r.unlock();
    }
  }

  void revalue(double factor) {
    w.lock();
    try {
      value = Math.round(value * factor);
    } finally {
      w.unlock();
    }
  }

  /** The same lock through the other name. */
  void breakage(String wine) {
    rw.writeLock().lock();
    try {
      bottles.computeIfPresent(wine, (k, n) -> n > 1 ? n - 1 : null);
      deliveries -= 1;
    } finally {
      rw.writeLock().unlock();
    }
  }

  int bottles(String wine) {
    r.lock();
    try {
      return bottles.getOrDefault(wine, 0);
    } finally {
      r.unlock();
    }
  }

  static void openDay(WineCellar cellar) {
    Thread cellarman = new Thread(() -> cellar.deliver("Fronton", 12, 900));
    Thread guide = new Thread(() -> cellar.taste("Fronton"));
    Thread guest = new Thread(() -> cellar.taste("Fronton"));
    Thread owner = new Thread(() -> cellar.revalue(1.02));
    Thread cat = new Thread(() -> cellar.breakage("Fronton"));
    cellarman.start();
    guide.start();
    guest.start();
    owner.start();
    cat.start();
  }
}
