package rail.eastmoor.signals;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** All that a yard shares. */
class YardContext {
  private final Lock lock = new ReentrantLock();
  private final Map<String, String> aspects = new HashMap<>();
  private int changes;

  Lock lock() {
    return lock;
  }

  Map<String, String> aspects() {
    return aspects;
  }

  void changed() {
    changes++;
  }

  int changes() {
    return changes;
  }
}

/** Reaches the lock through a field of a field, a getter, a local and a parameter. */
class SignalBox {
  private final YardContext yard;
  private final Lock yardLock;
  private int local;

  SignalBox(YardContext yard) {
    this.yard = yard;
    this.yardLock = yard.lock();
  }

  void clear(String signal) {
    yardLock.lock();
    try {
      yard.aspects().put(signal, "green");
      yard.changed();
    } finally {
      yardLock.unlock();
    }
  }

  void stop(String signal) {
    Lock l = yard.lock();
    l.lock();
    try {
      Map<String, String> aspects = yard.aspects();
      aspects.put(signal, "red");
      yard.changed();
    } finally {
      l.unlock();
    }
  }

  /** Locks the box's own monitor: there are two boxes. */
  synchronized void dim(String signal) {
    local++;
    yard.aspects().put(signal, "dim"); // RACE wrong-lock
  }

  private static void blink(YardContext context, String signal) {
    Lock held = context.lock();
    held.lock();
    try {
      context.aspects().merge(signal, "blink", (a, b) -> a + "," + b);
      context.changed();
    } finally {
      held.unlock();
    }
  }

  void blink(String signal) {
    blink(yard, signal);
  }

  synchronized int local() {
    return local;
  }

  static void open(ExecutorService staff) {
    YardContext yard = new YardContext();
    SignalBox west = new SignalBox(yard);
    SignalBox east = new SignalBox(yard);
    for (int i = 0; i < 20; i++) {
      String signal = "S" + i;
      staff.execute(() -> west.clear(signal));
      staff.execute(() -> east.stop(signal));
      staff.execute(() -> west.dim(signal));
      staff.execute(() -> east.dim(signal));
      staff.execute(() -> east.blink(signal));
    }
  }
}
