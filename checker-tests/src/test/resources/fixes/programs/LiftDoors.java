package programs;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Holds a lock at each step, but not always the right one. */
@SuppressWarnings("synchronization") // it is meant to be wrong
class LiftDoors {
  private final Lock lock = new ReentrantLock();
  private int cycles;
  private int trips;

  synchronized void closed() {
    cycles++;
  }

  void reopened() {
    lock.lock();
    try {
      cycles++; // once more
    } finally {
      lock.unlock();
    }
  }

  synchronized int cycles() {
    return cycles;
  }

  void travelled() {
    lock.lock();
    try {
      trips++;
    } finally {
      lock.unlock();
    }
  }

  void returned() {
    synchronized (lock) {
      trips++;
    }
  }

  int trips() {
    lock.lock();
    try {
      return trips;
    } finally {
      lock.unlock();
    }
  }

  static String single() {
    LiftDoors lift = new LiftDoors();
    lift.closed();
    lift.reopened();
    lift.travelled();
    lift.returned();
    return lift.cycles() + " " + lift.trips();
  }

  static long lost() {
    LiftDoors lift = new LiftDoors();
    Trial.race(
        i -> {
          lift.closed();
          lift.reopened();
          lift.travelled();
          lift.returned();
        });
    return Math.abs(2L * Trial.TOTAL - lift.cycles()) + Math.abs(2L * Trial.TOTAL - lift.trips());
  }
}
