package programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.StampedLock;

/** Gives berths to ships: limits, stamps, locks in locks and the crews of ships. */
class HarbourBerths {
  private static final int BERTHS = 1000;

  private final AtomicInteger taken = new AtomicInteger();
  private final StampedLock stamps = new StampedLock();
  private final List<Integer> pilots = new ArrayList<>();
  private final Map<Integer, Set<Integer>> crews = new HashMap<>();
  private double drift;
  private int turns;

  int take(int wanted) {
    int free = BERTHS - taken.get();
    int granted = Math.min(free, wanted);
    if (granted > 0) {
      taken.set(taken.get() + granted);
    }
    return granted;
  }

  void drift(double by) {
    long stamp = stamps.tryOptimisticRead();
    double now = drift; // metres to the east
    if (!stamps.validate(stamp)) {
      stamp = stamps.readLock();
      try {
        now = drift;
      } finally {
        stamps.unlockRead(stamp);
      }
    }
    stamp = stamps.writeLock();
    try {
      drift = now + by;
    } finally {
      stamps.unlockWrite(stamp);
    }
  }

  double drift() {
    long stamp = stamps.readLock();
    try {
      return drift;
    } finally {
      stamps.unlockRead(stamp);
    }
  }

  synchronized void turn(int pilot) {
    turns++;
    pilots.add(pilot);
  }

  void come(int pilot) {
    synchronized (pilots) {
      pilots.add(pilot);
    }
  }

  int pilots() {
    synchronized (pilots) {
      return pilots.size();
    }
  }

  synchronized int turns() {
    return turns;
  }

  void hire(int ship, int sailor) {
    Set<Integer> crew;
    synchronized (this) {
      crew = crews.get(ship);
      if (crew == null) {
        crew = new HashSet<>();
        crews.put(ship, crew);
      }
    }
    crew.add(sailor);
  }

  synchronized int crewOf(int ship) {
    return crews.getOrDefault(ship, Set.of()).size();
  }

  static String single() {
    HarbourBerths harbour = new HarbourBerths();
    harbour.drift(0.5);
    harbour.turn(1);
    harbour.come(2);
    harbour.hire(3, 4);
    return harbour.take(998)
        + " "
        + harbour.take(5)
        + " "
        + harbour.take(5)
        + " "
        + harbour.drift()
        + " "
        + harbour.pilots()
        + " "
        + harbour.turns()
        + " "
        + harbour.crewOf(3);
  }

  static long lost() {
    HarbourBerths harbour = new HarbourBerths();
    AtomicInteger granted = new AtomicInteger();
    Trial.race(
        i -> {
          granted.addAndGet(harbour.take(i % 3));
          harbour.drift(0.5);
          harbour.turn(i);
          harbour.come(i);
          harbour.hire(i % 7, i);
        });
    int crews = 0;
    for (int ship = 0; ship < 7; ship++) {
      crews += harbour.crewOf(ship);
    }
    return Math.abs(BERTHS - granted.get())
        + (long) Math.abs(Trial.TOTAL - 2 * harbour.drift())
        + Math.abs(2 * Trial.TOTAL - harbour.pilots())
        + Math.abs(Trial.TOTAL - harbour.turns())
        + Math.abs(Trial.TOTAL - crews);
  }
}
