package io.arcadia;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;

/** Season passes; at most one upgrade per pass. */
class Season {
  private final Map<String, AtomicInteger> levels = new ConcurrentHashMap<>();
  private final AtomicMarkableReference<String> sponsor = new AtomicMarkableReference<>("none", false);

  int levelUp(String player) {
    AtomicInteger level = levels.get(player);
    if (level == null) {
      AtomicInteger fresh = new AtomicInteger();
      level = levels.putIfAbsent(player, fresh);
      if (level == null) {
        level = fresh;
      }
    }
    return level.incrementAndGet();
  }

  boolean spend(String player, int n) {
    AtomicInteger level = levels.get(player);
    if (level == null) {
      return false;
    }
    for (;;) {
      int have = level.get();
      if (have < n) {
        return false;
      }
      if (level.compareAndSet(have, have - n)) {
        return true;
      }
    }
  }

  boolean sponsor(String by) {
    return sponsor.compareAndSet("none", by, false, true);
  }
}
