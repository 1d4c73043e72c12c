package hotel;

import java.util.Arrays;
import java.util.Vector;

/** The maids' board. */
class Housekeeping {
  private final Vector<Integer> dirty = new Vector<>();
  private final int[] cleaned = new int[400];
  private int requests;

  void checkout(int room) {
    synchronized (dirty) {
      if (!dirty.contains(room)) {
        dirty.add(room);
      }
    }
  }

  Integer next() {
    synchronized (dirty) {
      return dirty.isEmpty() ? null : dirty.remove(0);
    }
  }

  void cleaned(int room) {
    synchronized (cleaned) {
      cleaned[room]++;
    }
  }

  int[] statistics() {
    synchronized (cleaned) {
      return Arrays.copyOf(cleaned, cleaned.length);
    }
  }

  synchronized int request() {
    if (requests >= 1000) {
      requests = 0;
    }
    return requests++;
  }
}
