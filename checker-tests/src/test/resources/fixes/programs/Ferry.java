package programs;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its guests under monitors that do not stay the same, and lets a subclass count, too. */
@SuppressWarnings("synchronization") // it is meant to be wrong
abstract class Ferry {
  protected int guests;
  private Integer dogs = 0;
  private Queue<Integer> luggage = new ArrayDeque<>();
  private final Queue<Integer> cars = new ConcurrentLinkedQueue<>();

  synchronized void board() {
    guests++;
  }

  synchronized int guests() {
    return guests;
  }

  void boardDog() {
    synchronized (dogs) {
      dogs++;
    }
  }

  int dogs() {
    return dogs;
  }

  void load(int weight) {
    synchronized (luggage) {
      luggage.add(weight);
    }
  }

  int unload() {
    Queue<Integer> all;
    synchronized (luggage) {
      all = luggage;
      luggage = new ArrayDeque<>();
    }
    return all.size();
  }

  void queueUp(int car) {
    cars.add(car);
  }

  Integer next() {
    if (!cars.isEmpty()) {
      return cars.remove();
    }
    return null;
  }

  abstract void boardGroup();

  static String single() {
    Ferry ferry = new SeaFerry();
    ferry.board();
    ferry.boardGroup();
    ferry.boardDog();
    ferry.load(7);
    ferry.queueUp(9);
    return ferry.guests() + " " + ferry.dogs() + ferry.unload() + ferry.next() + ferry.next();
  }

  static long lost() {
    Ferry sea = new SeaFerry();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger unloaded = new AtomicInteger();
    Trial.race(
        i -> {
          sea.board();
          sea.boardGroup();
          sea.boardDog();
          sea.load(i);
          sea.queueUp(i);
          if (sea.next() != null) {
            taken.incrementAndGet();
          }
          if (i % 16 == 0) {
            unloaded.addAndGet(sea.unload());
          }
        });
    while (sea.next() != null) {
      taken.incrementAndGet();
    }
    return Math.abs(3L * Trial.TOTAL - sea.guests())
        + Math.abs(Trial.TOTAL - sea.dogs())
        + Math.abs(Trial.TOTAL - taken.get())
        + Math.abs(Trial.TOTAL - unloaded.get() - sea.unload());
  }
}

class SeaFerry extends Ferry {
  @Override
  void boardGroup() {
    guests += 2;
  }
}
