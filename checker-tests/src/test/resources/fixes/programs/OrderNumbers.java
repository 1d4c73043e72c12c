package programs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands out numbers, in three spellings. */
class OrderNumbers {
  private long last;
  private int lane = -1;
  private int serial = 100;

  long next() {
    last = last + 1;
    return last;
  }

  int nextLane() {
    int current = lane;
    lane = current + 1;
    return current;
  }

  int nextSerial() {
    return ++serial;
  }

  static String single() {
    OrderNumbers numbers = new OrderNumbers();
    return numbers.next() + " " + numbers.next() + " " + numbers.nextLane() + numbers.nextLane()
        + numbers.nextSerial();
  }

  static long lost() {
    OrderNumbers numbers = new OrderNumbers();
    Set<Object> given = ConcurrentHashMap.newKeySet();
    Trial.race(
        i -> {
          given.add("n" + numbers.next());
          given.add("l" + numbers.nextLane());
          given.add("s" + numbers.nextSerial());
        });
    return 3L * Trial.TOTAL - given.size();
  }
}
