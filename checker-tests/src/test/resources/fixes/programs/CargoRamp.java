package programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Reads before its lock, writes after it, and adds by a handle in two steps. */
class CargoRamp {
  private static final VarHandle CRATES;

  static {
    try {
      CRATES = MethodHandles.lookup().findVarHandle(CargoRamp.class, "crates", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Lock lock = new ReentrantLock();
  private volatile int crates;
  private double tons;
  private double pallets;

  int unload() {
    int number = (int) CRATES.getVolatile(this);
    CRATES.setVolatile(this, number + 1);
    return number;
  }

  void weigh(double load) {
    // what is there
    double before = tons;
    lock.lock();
    try {
      tons = before + load;
    } finally {
      lock.unlock();
    }
  }

  void stack(int more) {
    double now;
    synchronized (this) {
      now = pallets;
    }
    pallets = now + more;
  }

  synchronized double pallets() {
    return pallets;
  }

  void clear() {
    synchronized (this) {
      pallets = 0;
    }
    lock.lock();
    try {
      tons = 0;
    } finally {
      lock.unlock();
    }
  }

  String state() {
    lock.lock();
    try {
      return tons + " " + pallets() + " " + crates;
    } finally {
      lock.unlock();
    }
  }

  static String single() {
    CargoRamp ramp = new CargoRamp();
    ramp.clear();
    ramp.weigh(0.5);
    ramp.stack(2);
    return ramp.unload() + ramp.unload() + " " + ramp.state();
  }

  static long lost() {
    CargoRamp ramp = new CargoRamp();
    Trial.race(
        i -> {
          ramp.unload();
          ramp.weigh(2);
          ramp.stack(1);
        });
    return Math.abs(Trial.TOTAL - ramp.crates)
        + (ramp.state().equals(Trial.TOTAL * 2.0 + " " + Trial.TOTAL * 1.0 + " " + Trial.TOTAL) ? 0 : 1);
  }
}
