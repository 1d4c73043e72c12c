package programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Whoever takes a bottle holds the lock of those who only look. */
class BottleRack {
  private final ReadWriteLock rack = new ReentrantReadWriteLock();
  private final Lock looking = rack.readLock();
  private final Lock changing = rack.writeLock();
  private final Map<String, Integer> bottles = new HashMap<>();
  private long looks;

  void deliver(String wine, int count) {
    changing.lock();
    try {
      bottles.merge(wine, count, Integer::sum);
    } finally {
      changing.unlock();
    }
  }

  boolean take(String wine) {
    looking.lock();
    try {
      Integer left = bottles.get(wine);
      if (left == null || left == 0) {
        return false;
      }
      bottles.put(wine, left - 1);
      return true;
    } finally {
      looking.unlock();
    }
  }

  int left(String wine) {
    looking.lock();
    try {
      looks++;
      return bottles.getOrDefault(wine, 0);
    } finally {
      looking.unlock();
    }
  }

  long looks() {
    return looks;
  }

  static String single() {
    BottleRack rack = new BottleRack();
    rack.deliver("red", 2);
    return rack.take("red") + " " + rack.take("white") + " " + rack.left("red") + rack.looks();
  }

  static long lost() {
    BottleRack rack = new BottleRack();
    rack.deliver("red", Trial.TOTAL);
    Trial.race(
        i -> {
          rack.take("red");
          rack.left("red");
          rack.deliver("white", 1);
        });
    return rack.left("red")
        + Math.abs(Trial.TOTAL - rack.left("white"))
        + Math.abs(Trial.TOTAL + 2 - rack.looks());
  }
}
