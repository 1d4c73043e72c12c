package ch.bernhard.seats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A window of the box office; its thread is started by the house. */
final class BoxOffice extends Thread {
  private final Theatre theatre;
  private final Object lock;
  private final Map<Integer, String> sold = new HashMap<>();
  private final Map<String, List<Integer>> groups;
  private final Object groupLock;
  private int requests;

  BoxOffice(Theatre theatre, Map<String, List<Integer>> groups, Object groupLock) {
    this.theatre = theatre;
    this.lock = theatre.seatLock();
    this.groups = groups;
    this.groupLock = groupLock;
  }

  @Override
  public void run() {
    for (int i = 0; i < 50; i++) {
      requests++;
      int seat;
      synchronized (lock) {
        seat = theatre.firstFree();
      }
      sold.put(seat, getName());
      join("school", seat);
    }
    int price = theatre.buy(requests);
    if (price < 0) {
      theatre.cancel(requests);
      theatre.surcharge(price);
    }
    theatre.hold(requests + 1);
    theatre.reprice();
  }

  private void join(String group, int seat) {
    synchronized (groupLock) {
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(seat);
    }
  }
}
