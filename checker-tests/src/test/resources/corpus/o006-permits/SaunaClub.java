package fi.loyly.club;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** Two guests fit into the sauna at once, one into the plunge pool. */
class SaunaClub {
  private final Semaphore benches = new Semaphore(2);
  private final Semaphore pool = new Semaphore(1);
  private final List<String> heated = new ArrayList<>();
  private final List<String> plunged = new ArrayList<>();
  private int infusions;
  private int towels = 400;
  private int plunges;

  /** Two may be inside. */
  void heat(String guest) throws InterruptedException {
    benches.acquire();
    try {
      infusions++; // RACE wrong-lock
      heated.add(guest); // RACE wrong-lock
    } finally {
      benches.release();
    }
  }

  void plunge(String guest) throws InterruptedException {
    pool.acquire();
    try {
      plunges++;
      plunged.add(guest);
      towels--;
    } finally {
      pool.release();
    }
  }

  boolean plungeIfFree(String guest) {
    if (!pool.tryAcquire()) {
      return false;
    }
    try {
      plunges++;
      plunged.add(guest);
      return true;
    } finally {
      pool.release();
    }
  }

  /** Takes towels without going into the water. */
  void freshTowels(int count) {
    towels += count; // RACE wrong-lock
  }

  void evening(ExecutorService guests, List<String> names) {
    for (String name : names) {
      guests.submit(
          () -> {
            heat(name);
            plunge(name);
            return name;
          });
      guests.submit(() -> plungeIfFree(name));
    }
    guests.submit(() -> freshTowels(50));
  }
}

/** Both permits are needed for an infusion: then the other bench is empty. */
class QuietSauna {
  private final Semaphore benches = new Semaphore(2);
  private final Semaphore door = new Semaphore(1, true);
  private int infusions;
  private int visits;

  void infuse() {
    benches.acquireUninterruptibly(2);
    try {
      infusions++;
    } finally {
      benches.release(2);
    }
  }

  void visit() {
    door.acquireUninterruptibly();
    visits = visits + 1;
    door.release();
  }

  int visits() {
    return visits + infusions;
  }

  void evening(ExecutorService guests, int count) {
    for (int i = 0; i < count; i++) {
      guests.submit(this::infuse);
      guests.submit(this::visit);
    }
  }
}
