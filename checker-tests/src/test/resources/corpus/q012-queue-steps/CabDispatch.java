package taxi.roundabout.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/** Cabs and passengers find each other. The queues are thread-safe, the conversations are not. */
class CabDispatch {
  private final Deque<String> cabs = new ConcurrentLinkedDeque<>();
  private final LinkedBlockingQueue<String> passengers = new LinkedBlockingQueue<>(50);
  private final List<String> rides = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, List<String>> shifts = new ConcurrentHashMap<>();

  /** The cab that was there may be gone when it is called. */
  String call() {
    if (cabs.isEmpty()) { // RACE check-then-act #1
      return "none";
    }
    return cabs.removeFirst(); // RACE check-then-act #1
  }

  String callAtOnce() {
    String cab = cabs.pollFirst();
    return cab == null ? "none" : cab;
  }

  /** Nobody fills the queue between offer and its answer. */
  boolean queueUp(String passenger) {
    return passengers.offer(passenger);
  }

  void queueUpPolitely(String passenger) {
    if (passengers.size() < 40) { // RACE check-then-act #2
      passengers.add(passenger); // RACE check-then-act #2
    }
  }

  void ride(String cab) {
    if (rides.size() > 1000) { // RACE check-then-act #3
      rides.subList(0, 500).clear(); // RACE check-then-act #3
    }
    rides.add(cab);
  }

  void rideOnce(String cab) {
    synchronized (rides) {
      if (!rides.contains(cab)) {
        rides.add(cab);
      }
    }
  }

  void shift(String cab, String driver) {
    List<String> drivers = shifts.get(cab); // RACE check-then-act #4
    if (drivers == null) {
      drivers = Collections.synchronizedList(new ArrayList<>());
      shifts.put(cab, drivers); // RACE check-then-act #4
    }
    drivers.add(driver);
  }

  void shiftSafely(String cab, String driver) {
    shifts
        .computeIfAbsent(cab, c -> Collections.synchronizedList(new ArrayList<>()))
        .add(driver);
  }

  void night(ExecutorService phones, List<String> names) {
    for (String name : names) {
      phones.execute(() -> cabs.add("cab " + name));
      phones.submit(this::call);
      phones.submit(this::callAtOnce);
      phones.submit(() -> queueUp(name));
      phones.execute(() -> queueUpPolitely(name));
      phones.execute(() -> ride(name));
      phones.execute(() -> rideOnce(name));
      phones.execute(() -> shift("cab 1", name));
      phones.execute(() -> shiftSafely("cab 1", name));
    }
  }
}
