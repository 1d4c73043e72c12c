package com.viasud.toll;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Tolls collected by the booths, one thread per lane. */
class TollPlaza {
  private final Lock lock = new ReentrantLock();
  private final Map<Integer, Long> perLane = new TreeMap<>();
  private long collected;
  private int exempt;

  void pay(int lane, long cents) {
    lock.lock();
    try {
      collected += cents; // RACE wrong-lock #1
      perLane.merge(lane, cents, Long::sum);
    } finally {
      lock.unlock();
    }
  }

  /** The monitor of the lock object is not the lock. */
  void refund(int lane, long cents) {
    synchronized (lock) {
      collected -= cents; // RACE wrong-lock #1
    }
  }

  /** All accesses of this one agree on the monitor, odd as it is. */
  void exempt() {
    synchronized (lock) {
      exempt++;
    }
  }

  int exempted() {
    synchronized (lock) {
      return exempt;
    }
  }

  void open(int lanes) {
    for (int i = 0; i < lanes; i++) {
      int lane = i;
      new Thread(() -> {
        pay(lane, 320);
        refund(lane, 20);
        exempt();
      }, "lane-" + lane).start();
    }
  }
}

class LockedTollPlaza {
  private final Lock lock = new ReentrantLock();
  private long collected;

  void pay(long cents) {
    lock.lock();
    try {
      collected += cents;
    } finally {
      lock.unlock();
    }
  }

  void refund(long cents) {
    lock.lock();
    try {
      collected -= cents;
    } finally {
      lock.unlock();
    }
  }

  long collected() {
    lock.lock();
    try {
      return collected;
    } finally {
      lock.unlock();
    }
  }

  void open(int lanes) {
    for (int i = 0; i < lanes; i++) {
      new Thread(() -> {
        pay(320);
        refund(20);
      }, "lane-" + i).start();
    }
  }
}
