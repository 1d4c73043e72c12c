package no.fjordpilot.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Read without a lock by the displays, written under one lock by the receivers. */
class BeaconStatus {
  private final ReentrantLock writers = new ReentrantLock();
  private volatile long received;
  private volatile double strongest;
  private volatile List<String> ships = List.of();
  private volatile String last = "";
  private volatile int dropped;

  void receive(String ship, double signal) {
    writers.lock();
    try {
      received++;
      if (signal > strongest) {
        strongest = signal;
      }
      if (!ships.contains(ship)) {
        List<String> longer = new ArrayList<>(ships);
        longer.add(ship);
        ships = longer;
      }
      last = ship;
    } finally {
      writers.unlock();
    }
  }

  void fade() {
    writers.lock();
    try {
      strongest = strongest * 0.9;
      received -= received > 1_000_000 ? 1_000_000 : 0;
    } finally {
      writers.unlock();
    }
  }

  /** Half of the writers lock. */
  void drop() {
    dropped++; // RACE wrong-lock
  }

  void dropAll(int count) {
    writers.lock();
    try {
      dropped += count;
    } finally {
      writers.unlock();
    }
  }

  String display() {
    double shown = strongest > 100 ? 100 : strongest;
    return received + "/" + dropped + " " + shown + " " + last + " " + ships.size();
  }

  boolean busy() {
    return received > 1000 && ships.size() > 10;
  }

  void listen(ExecutorService receivers, int channels) {
    for (int i = 0; i < channels; i++) {
      String ship = "LM-" + i;
      receivers.execute(() -> receive(ship, 0.5));
      receivers.execute(this::fade);
      receivers.execute(this::drop);
      receivers.execute(() -> dropAll(3));
      receivers.submit(this::display);
      receivers.submit(this::busy);
    }
  }
}
