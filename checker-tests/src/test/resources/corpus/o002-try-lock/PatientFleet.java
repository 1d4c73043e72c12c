package aero.skyhop.fleet;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits when it has to. */
class PatientFleet {
  private final Lock lock = new ReentrantLock();
  private final LongAdder skipped = new LongAdder();
  private long flights;
  private double worn;
  private int landings;

  void flight() {
    if (lock.tryLock()) {
      try {
        flights++;
      } finally {
        lock.unlock();
      }
    } else {
      skipped.increment();
    }
  }

  /** Tries without waiting, then waits: locked after either. */
  void wear(double percent) {
    if (!lock.tryLock()) {
      lock.lock();
    }
    try {
      worn += percent;
    } finally {
      lock.unlock();
    }
  }

  boolean land() throws InterruptedException {
    boolean locked = lock.tryLock(1, TimeUnit.SECONDS);
    if (locked) {
      try {
        landings++;
      } finally {
        lock.unlock();
      }
    }
    return locked;
  }

  void overhaul() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      worn = worn / 2;
      landings = 0;
    } finally {
      lock.unlock();
    }
  }

  /** Gives up after three attempts. */
  boolean decommission() {
    for (int attempt = 0; attempt < 3; attempt++) {
      if (lock.tryLock()) {
        try {
          flights -= landings;
          return true;
        } finally {
          lock.unlock();
        }
      }
      Thread.yield();
    }
    return false;
  }

  void report(ExecutorService uplink, int drones) {
    for (int i = 0; i < drones; i++) {
      uplink.execute(this::flight);
      uplink.execute(() -> wear(0.01));
      uplink.submit(this::land);
      uplink.execute(this::decommission);
    }
    uplink.submit(
        () -> {
          overhaul();
          return null;
        });
  }
}
