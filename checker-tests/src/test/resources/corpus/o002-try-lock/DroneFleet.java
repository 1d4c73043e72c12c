package aero.skyhop.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Battery statistics of a drone fleet. Drones report from a pool; nobody wants to wait long. */
class DroneFleet implements AutoCloseable {
  private final ExecutorService uplink = Executors.newCachedThreadPool();
  private final Lock lock = new ReentrantLock();
  private final List<String> grounded = new ArrayList<>();
  private long flights;
  private long skipped;
  private double worn;
  private int landings;

  /** In the condition. */
  void flight() {
    if (lock.tryLock()) {
      try {
        flights++;
      } finally {
        lock.unlock();
      }
    } else {
      skipped++; // RACE rmw
    }
  }

  /** The result is thrown away: the update happens whether the lock was got or not. */
  void wear(double percent) {
    boolean ignored = lock.tryLock();
    worn += percent; // RACE wrong-lock
    if (ignored) {
      lock.unlock();
    }
  }

  /** Logs that it failed, and goes on. */
  void land() throws InterruptedException {
    boolean locked = lock.tryLock(10, TimeUnit.MILLISECONDS);
    if (!locked) {
      System.err.println("fleet busy");
    }
    landings++; // RACE wrong-lock
    if (locked) {
      lock.unlock();
    }
  }

  /** Negated, with a way out. */
  boolean ground(String drone) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      grounded.add(drone);
      return true;
    } finally {
      lock.unlock();
    }
  }

  double worn() {
    lock.lock();
    try {
      return landings == 0 ? 0 : worn / landings;
    } finally {
      lock.unlock();
    }
  }

  void report(List<String> drones) {
    for (String drone : drones) {
      uplink.execute(this::flight);
      uplink.execute(() -> wear(0.01));
      uplink.execute(() -> ground(drone));
      uplink.submit(
          () -> {
            land();
            return drone;
          });
    }
  }

  long flights() {
    return flights + skipped;
  }

  @Override
  public void close() {
    uplink.shutdown();
  }
}
