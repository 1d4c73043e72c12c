package com.fusebox;

import java.util.concurrent.locks.ReentrantLock;

/** The strict variant: the figures are volatile for the status page, all changes are under the lock. */
public class LockedBreaker {
  private enum Mode { CLOSED, OPEN, HALF_OPEN }

  private final ReentrantLock lock = new ReentrantLock();
  private volatile Mode mode = Mode.CLOSED;
  private volatile int failures;
  private volatile int trips;

  public boolean enter() {
    if (mode == Mode.CLOSED) {
      return true;
    }
    lock.lock();
    try {
      if (mode == Mode.OPEN) {
        mode = Mode.HALF_OPEN;
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  public void leave(boolean ok) {
    lock.lock();
    try {
      if (ok) {
        failures = 0;
        mode = Mode.CLOSED;
      } else {
        trip();
      }
    } finally {
      lock.unlock();
    }
  }

  private void trip() {
    failures++;
    if (failures > 5 && mode != Mode.OPEN) {
      mode = Mode.OPEN;
      trips++;
    }
  }

  public String status() {
    return mode + " " + failures + " " + trips;
  }
}
