package com.saalplan.booking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Vector;

record Slot(int hour, String guest) {}

/** Synchronised wrappers lock each call; loops and pairs of calls need the client's lock. */
class RoomBooking {
  private final List<Slot> slots = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> hoursByGuest = Collections.synchronizedMap(new HashMap<>());
  private final Vector<String> waiting = new Vector<>();

  boolean book(Slot slot) {
    for (Slot other : slots) { // RACE check-then-act #1
      if (other.hour() == slot.hour()) { // RACE check-then-act #1
        return false;
      }
    }
    slots.add(slot); // RACE check-then-act #1
    Integer hours = hoursByGuest.get(slot.guest()); // RACE check-then-act #2
    hoursByGuest.put(slot.guest(), hours == null ? 1 : hours + 1); // RACE check-then-act #2
    return true;
  }

  void cancelAll(String guest) {
    Iterator<Slot> it = slots.iterator(); // RACE check-then-act #3
    while (it.hasNext()) {
      if (it.next().guest().equals(guest)) { // RACE check-then-act #3
        it.remove(); // RACE check-then-act #3
      }
    }
  }

  String nextWaiting() {
    if (waiting.size() > 0) { // RACE check-then-act #4
      return waiting.remove(0); // RACE check-then-act #4
    }
    return null;
  }

  void join(String guest) {
    if (!waiting.contains(guest)) { // RACE check-then-act #5
      waiting.add(guest); // RACE check-then-act #5
    }
  }
}

/** The wrapper is the lock, as its documentation says. */
class SteadyRoomBooking {
  private final List<Slot> slots = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> hoursByGuest = Collections.synchronizedMap(new HashMap<>());
  private final Vector<String> waiting = new Vector<>();

  boolean book(Slot slot) {
    synchronized (slots) {
      for (Slot other : slots) {
        if (other.hour() == slot.hour()) {
          return false;
        }
      }
      slots.add(slot);
    }
    hoursByGuest.merge(slot.guest(), 1, Integer::sum);
    return true;
  }

  void cancelAll(String guest) {
    slots.removeIf(slot -> slot.guest().equals(guest));
  }

  String nextWaiting() {
    synchronized (waiting) {
      return waiting.isEmpty() ? null : waiting.remove(0);
    }
  }

  void join(String guest) {
    synchronized (waiting) {
      if (!waiting.contains(guest)) {
        waiting.add(guest);
      }
    }
  }

  void carryOver(Map<String, Integer> lastWeek) {
    synchronized (hoursByGuest) {
      for (Map.Entry<String, Integer> e : lastWeek.entrySet()) {
        Integer hours = hoursByGuest.get(e.getKey());
        hoursByGuest.put(e.getKey(), hours == null ? e.getValue() : hours + e.getValue());
      }
    }
  }
}
