package programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A guest house, with a lock for those who arrive. */
class GuestRooms {
  private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> arrivals = new ArrayDeque<>();
  private int guests;

  List<String> room(String name) {
    List<String> room = rooms.get(name);
    if (room == null) { // the first guest
      room = new CopyOnWriteArrayList<>();
      rooms.put(name, room);
    }
    return room;
  }

  void arrive(String guest) {
    guests++;
    synchronized (arrivals) {
      arrivals.add(guest);
    }
  }

  boolean settle() {
    synchronized (arrivals) {
      String guest = arrivals.poll();
      if (guest == null) {
        return false;
      }
      guests--;
      return true;
    }
  }

  int waiting() {
    synchronized (arrivals) {
      return guests;
    }
  }

  void complain(String complaint) {
    complaints.add(complaint);
  }

  String nextComplaint() {
    if (!complaints.isEmpty()) {
      return complaints.remove(0);
    }
    return null;
  }

  static String single() {
    GuestRooms house = new GuestRooms();
    house.arrive("a");
    house.complain("cold");
    house.room("1").add("a");
    return house.waiting() + house.nextComplaint() + house.nextComplaint() + house.room("1");
  }

  static long lost() {
    GuestRooms house = new GuestRooms();
    AtomicInteger settled = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Trial.race(
        i -> {
          house.arrive("g" + i);
          house.complain("c" + i);
          house.room("r" + i % 64).add("g" + i);
          if (house.settle()) {
            settled.incrementAndGet();
          }
          if (house.nextComplaint() != null) {
            answered.incrementAndGet();
          }
        });
    while (house.nextComplaint() != null) {
      answered.incrementAndGet();
    }
    int slept = house.rooms.values().stream().mapToInt(List::size).sum();
    return Math.abs(Trial.TOTAL - settled.get() - house.waiting())
        + Math.abs(Trial.TOTAL - answered.get())
        + Math.abs(Trial.TOTAL - slept);
  }
}
