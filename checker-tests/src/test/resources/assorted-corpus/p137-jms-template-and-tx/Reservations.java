package rail.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SeatMap {
  private final Map<String, Set<Integer>> taken = new HashMap<>();
  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
  private int conflicts;

  /** A transaction is no lock. */
  @Transactional
  public boolean take(String train, int seat) {
    Set<Integer> seats = taken.computeIfAbsent(train, t -> new HashSet<>()); // RACE unsafe-collection #1
    boolean free = seats.add(seat); // RACE unsafe-collection #1
    if (!free) {
      conflicts++; // RACE rmw
    }
    return free;
  }

  public int enqueue(String train) {
    return waiting.merge(train, 1, Integer::sum);
  }

  public boolean dequeue(String train) {
    Integer n = waiting.get(train); // RACE check-then-act #2
    if (n == null || n == 0) {
      return false;
    }
    waiting.put(train, n - 1); // RACE check-then-act #2
    return true;
  }
}

@Component
public class Reservations {
  private final SeatMap seats;
  private final List<String> log = new ArrayList<>();

  public Reservations(SeatMap seats) {
    this.seats = seats;
  }

  @JmsListener(destination = "book", concurrency = "3-10")
  public void book(String message) {
    String[] f = message.split("/");
    if (!seats.take(f[0], Integer.parseInt(f[1]))) {
      seats.enqueue(f[0]);
      note("waiting " + f[0]);
    }
  }

  @JmsListener(destination = "cancel", concurrency = "3")
  public void cancel(String message) {
    if (seats.dequeue(message)) {
      note("moved up " + message);
    }
  }

  private void note(String s) {
    synchronized (log) {
      log.add(s);
      while (log.size() > 100) {
        log.remove(0);
      }
    }
  }
}
