package programs;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Gives its lock away between the look at the level and the new level. */
class GrainSilo {
  private static final int CAPACITY = 50;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int tons;
  private int weighed;

  void fill(int load) {
    lock.lock();
    try {
      int level = tons;
      while (tons + load > CAPACITY) {
        changed.awaitUninterruptibly();
      }
      tons = level + load;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void drain(int load) {
    lock.lock();
    try {
      while (tons < load) {
        changed.awaitUninterruptibly();
      }
      tons -= load;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void weigh(String driver) {
    int before;
    lock.lock();
    try {
      before = weighed;
    } finally {
      lock.unlock();
    }
    check(driver);
    lock.lock();
    try {
      weighed = before + 1;
    } finally {
      lock.unlock();
    }
  }

  private static void check(String driver) {
    if (driver.isEmpty()) {
      throw new IllegalArgumentException();
    }
  }

  String state() {
    lock.lock();
    try {
      return tons + " " + weighed;
    } finally {
      lock.unlock();
    }
  }

  static String single() {
    GrainSilo silo = new GrainSilo();
    silo.fill(3);
    silo.drain(1);
    silo.weigh("Ann");
    silo.weigh("Bob");
    return silo.state();
  }

  static long lost() {
    GrainSilo silo = new GrainSilo();
    Trial.race(
        i -> {
          silo.weigh("Ann");
          if (i % 2 == 0) {
            silo.fill(1);
          } else {
            silo.drain(1);
          }
        });
    return silo.state().equals("0 " + Trial.TOTAL) ? 0 : 1;
  }
}
