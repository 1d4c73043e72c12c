package ops.tickets;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;

/** Tickets, their owners and watchers, with nothing but concurrent collections used one call at a time. */
public class TicketDesk {
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, Ticket> open = new ConcurrentSkipListMap<>();
  private final Map<Integer, CopyOnWriteArraySet<String>> watchers = new ConcurrentHashMap<>();
  private final Deque<Ticket> urgent = new ConcurrentLinkedDeque<>();
  private final Map<String, Integer> load = new ConcurrentHashMap<>();

  public Ticket create(String text, boolean isUrgent) {
    Ticket t = new Ticket(numbers.incrementAndGet(), text);
    open.put(t.number(), t);
    if (isUrgent) {
      urgent.addFirst(t);
    }
    return t;
  }

  public Ticket pick(String agent) {
    Ticket t = urgent.pollFirst();
    while (t != null && !t.assign(agent)) {
      t = urgent.pollFirst();
    }
    if (t == null) {
      for (Ticket other : open.values()) {
        if (other.assign(agent)) {
          t = other;
          break;
        }
      }
    }
    if (t != null) {
      load.merge(agent, 1, Integer::sum);
    }
    return t;
  }

  public boolean close(int number) {
    Ticket t = open.remove(number);
    if (t == null) {
      return false;
    }
    String agent = t.agent();
    if (agent != null) {
      load.computeIfPresent(agent, (a, n) -> n == 1 ? null : n - 1);
    }
    watchers.remove(number);
    return true;
  }

  public boolean watch(int number, String who) {
    return watchers.computeIfAbsent(number, n -> new CopyOnWriteArraySet<>()).add(who);
  }

  public List<String> busy(int limit) {
    List<String> out = new ArrayList<>();
    load.forEach((agent, n) -> {
      if (n > limit && !out.contains(agent)) {
        out.add(agent);
      }
    });
    return out;
  }
}
