package app.stagedoor;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who holds which seat of one performance. */
class SeatMap {
  private final Map<String, String> holds = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> waiting = new ConcurrentHashMap<>();
  private final Map<String, String> blocked = new ConcurrentHashMap<>();

  boolean hold(String seat, String customer) {
    if (holds.containsKey(seat)) { // RACE check-then-act #1
      return false;
    }
    holds.put(seat, customer); // RACE check-then-act #1
    return true;
  }

  boolean block(String seat, String reason) {
    return blocked.putIfAbsent(seat, reason) == null;
  }

  boolean release(String seat, String customer) {
    if (!holds.remove(seat, customer)) {
      return false;
    }
    Queue<String> queue = waiting.get(seat);
    String next = queue == null ? null : queue.poll();
    if (next != null && holds.putIfAbsent(seat, next) != null) {
      queue.add(next);
    }
    return true;
  }

  void enqueue(String seat, String customer) {
    waiting.computeIfAbsent(seat, s -> new ConcurrentLinkedQueue<>()).add(customer);
  }

  /** Transfers a hold, provided that it is still the giver's. */
  boolean transfer(String seat, String from, String to) {
    return holds.replace(seat, from, to);
  }
}
