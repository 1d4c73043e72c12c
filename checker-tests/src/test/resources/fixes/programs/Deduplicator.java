package programs;

import java.util.Set;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets each message through once. */
class Deduplicator {
  private final Set<String> seen = new HashSet<>();

  boolean isFirst(String message) {
    if (seen.contains(message)) {
      return false;
    }
    seen.add(message);
    return true;
  }

  int size() {
    return seen.size();
  }

  static String single() {
    Deduplicator filter = new Deduplicator();
    return "" + filter.isFirst("a") + filter.isFirst("a") + filter.size();
  }

  static long lost() {
    Deduplicator filter = new Deduplicator();
    AtomicInteger passed = new AtomicInteger();
    Trial.race(
        i -> {
          if (filter.isFirst("m" + i / 4)) {
            passed.incrementAndGet();
          }
        });
    return Math.abs(passed.get() - Trial.TOTAL / 4) + Math.abs(filter.size() - Trial.TOTAL / 4);
  }
}
