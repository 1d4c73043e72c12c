package com.liftoff.elevator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Dispatches calls to the cabins of one shaft. */
class ElevatorBank {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Deque<Integer> calls = new ArrayDeque<>();

  @GuardedBy("lock")
  private int trips;

  @GuardedBy("this")
  private int doorCycles;

  @GuardedBy("this")
  private int jams;

  void call(int floor) {
    lock.lock();
    try {
      calls.addLast(floor);
    } finally {
      lock.unlock();
    }
  }

  int serve() {
    lock.lock();
    try {
      Integer floor = calls.pollFirst();
      if (floor != null) {
        departed();
        return floor;
      }
      return -1;
    } finally {
      lock.unlock();
    }
  }

  /** The annotation says who has to lock: the caller. */
  @GuardedBy("lock")
  private void departed() {
    trips++;
  }

  /** Firemen have priority, and forget the lock. */
  void emergency(int floor) {
    calls.addFirst(floor); // RACE unsafe-collection
    trips++; // RACE rmw
  }

  synchronized void doorsClosed() {
    doorCycles++;
  }

  /** Holds a lock, but the wrong one. */
  void doorsReopened() {
    lock.lock();
    try {
      doorCycles++; // RACE wrong-lock
    } finally {
      lock.unlock();
    }
  }

  void doorsJammed() {
    jams += 1; // RACE rmw
  }

  synchronized int maintenanceDue() {
    return 10_000 - doorCycles - 50 * jams;
  }
}
