package nl.tulpveld.climate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Climate of a greenhouse, changed by the timer's threads and by the gardeners. */
class GreenhouseClimate {
  private final Object state = new Object();
  private final ReentrantLock vents = new ReentrantLock();
  private final Deque<Double> history = new ArrayDeque<>();
  private double sum;
  private int opened;
  private int overrides;

  /** Package-private for the tests; the caller must hold the state. */
  void append(double celsius) {
    assert Thread.holdsLock(state);
    history.addLast(celsius);
    sum += celsius;
    if (history.size() > 100) {
      sum -= history.removeFirst();
    }
  }

  void openVents(int steps) {
    if (!vents.isHeldByCurrentThread()) {
      throw new IllegalStateException("vents not locked");
    }
    opened += steps;
  }

  void closeVents(int steps) {
    assert vents.isHeldByCurrentThread();
    opened = Math.max(0, opened - steps);
  }

  /** The gardener's switch; it must not wait for a measurement. */
  void override() {
    assert !Thread.holdsLock(state);
    overrides++; // RACE wrong-lock
  }

  void measure(double celsius) {
    synchronized (state) {
      append(celsius);
      overrides += celsius > 40 ? 1 : 0;
    }
  }

  void adjust(double celsius) {
    vents.lock();
    try {
      if (celsius > 28) {
        openVents(2);
      } else {
        closeVents(1);
      }
    } finally {
      vents.unlock();
    }
  }

  double mean() {
    synchronized (state) {
      return history.isEmpty() ? 0 : sum / history.size();
    }
  }

  void start(ScheduledExecutorService timer) {
    timer.scheduleAtFixedRate(() -> measure(24.5), 0, 5, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> measure(25.5), 0, 7, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> adjust(29), 0, 30, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> adjust(21), 0, 31, TimeUnit.SECONDS);
    timer.schedule(this::override, 1, TimeUnit.MINUTES);
  }
}
