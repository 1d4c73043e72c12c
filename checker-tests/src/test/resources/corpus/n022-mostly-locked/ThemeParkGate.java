package park.wirbelwind.gates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts guests at the gates of a park. Called by the gates' network layer. */
public class ThemeParkGate {
  private final Object lock = new Object();
  private final Map<String, Integer> perGate = new HashMap<>();
  private final Deque<String> groups = new ArrayDeque<>();
  private int inside;
  private int turnedAway;
  private int record;
  private boolean closed;

  public boolean enter(String gate) {
    synchronized (lock) {
      if (closed || inside >= 20_000) {
        turnedAway++;
        return false;
      }
      inside++;
      record = Math.max(record, inside);
      perGate.merge(gate, 1, Integer::sum);
      return true;
    }
  }

  public void leave(String gate) {
    synchronized (lock) {
      inside--;
    }
  }

  /** Groups were added later. */
  public boolean enterGroup(String gate, String name, int size) {
    if (closed || inside + size > 20_000) { // RACE wrong-lock #1
      return false;
    }
    inside += size; // RACE wrong-lock #1
    groups.add(name); // RACE wrong-lock
    return true;
  }

  public void leaveGroup(String name, int size) {
    synchronized (lock) {
      if (groups.remove(name)) {
        inside -= size;
      }
    }
  }

  public String nextGroup() {
    synchronized (lock) {
      return groups.poll();
    }
  }

  /** For the display: a stale number does no harm. */
  public int inside() {
    return inside;
  }

  public int record() {
    synchronized (lock) {
      return record;
    }
  }

  public void close() {
    synchronized (lock) {
      closed = true;
    }
  }

  public int turnedAway() {
    synchronized (lock) {
      return turnedAway;
    }
  }
}

/** Has no lock, no volatile and no thread: a plain object among plain objects. */
class GuestBook {
  private final Map<String, Integer> stars = new HashMap<>();
  private int entries;

  void write(String guest, int count) {
    entries++;
    stars.put(guest, stars.getOrDefault(guest, 0) + count);
  }

  double mean() {
    int sum = 0;
    for (int count : stars.values()) {
      sum += count;
    }
    return entries == 0 ? 0 : (double) sum / entries;
  }
}
