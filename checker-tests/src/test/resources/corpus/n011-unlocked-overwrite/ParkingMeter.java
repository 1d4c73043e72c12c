package com.kerbside.meter;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Coins dropped into the meters of a street, told by many connections. */
class ParkingMeter {
  private final ReentrantLock lock = new ReentrantLock();
  private long cents;
  private int tickets;
  private Map<String, Integer> perZone = new HashMap<>();
  private String lastPlate;

  void pay(String zone, String plate, long amount) {
    lock.lock();
    try {
      cents += amount;
      tickets++;
      perZone.merge(zone, 1, Integer::sum);
      lastPlate = plate;
    } finally {
      lock.unlock();
    }
  }

  /** A payment between reading and clearing, or around the clearing, is gone. */
  void emptied() {
    cents = 0; // RACE wrong-lock
    lock.lock();
    try {
      tickets = 0;
    } finally {
      lock.unlock();
    }
    perZone = new HashMap<>(); // RACE wrong-lock
  }

  /** Nothing is derived from the plate: the last one wins, lock or not. */
  void forget() {
    lastPlate = null; // MAYBE
  }

  long cents() {
    lock.lock();
    try {
      return cents;
    } finally {
      lock.unlock();
    }
  }

  int tickets() {
    return tickets;
  }

  void serve(ExecutorService connections, int cars) {
    for (int i = 0; i < cars; i++) {
      String plate = "KA " + i;
      connections.submit(() -> pay("A", plate, 150));
    }
    connections.submit(this::emptied);
  }
}

/** Clears under the lock, and before any connection is open. */
class EmptiedMeter {
  private final ReentrantLock lock = new ReentrantLock();
  private long cents;
  private int tickets;

  EmptiedMeter(long change) {
    cents = change;
    tickets = 0;
  }

  void pay(long amount) {
    lock.lock();
    try {
      cents += amount;
      tickets++;
    } finally {
      lock.unlock();
    }
  }

  long emptied() {
    lock.lock();
    try {
      long taken = cents;
      cents = 0;
      tickets = 0;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  int tickets() {
    lock.lock();
    try {
      return tickets;
    } finally {
      lock.unlock();
    }
  }

  void serve(ExecutorService connections, int cars) {
    for (int i = 0; i < cars; i++) {
      connections.submit(() -> pay(150));
    }
    connections.submit(this::emptied);
  }
}
