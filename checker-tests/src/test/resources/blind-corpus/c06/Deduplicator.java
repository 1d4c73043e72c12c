package net.logrelay.consume;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers ids across partitions. */
final class Deduplicator {
  private final Set<String> recent = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> blocked = new ConcurrentSkipListSet<>();
  private final int limit;

  Deduplicator(int limit) {
    this.limit = limit;
  }

  boolean firstTime(String id) {
    if (blocked.contains(id)) {
      return false;
    }
    return recent.add(id);
  }

  boolean firstTimeLong(String id) {
    if (recent.contains(id)) { // RACE check-then-act #2
      return false;
    }
    recent.add(id); // RACE check-then-act #2
    return true;
  }

  void trim() {
    synchronized (recent) {
      Iterator<String> it = recent.iterator();
      while (recent.size() > limit && it.hasNext()) {
        it.next();
        it.remove();
      }
    }
  }

  boolean block(String id) {
    return blocked.add(id) && recent.remove(id);
  }
}
