package space.kepler.clock;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

/** 64-bit state; besides the lost updates, half of a long might be written. */
class OrbitClock {
  private long ticks;
  private double drift;
  private volatile long epochMillis;
  private long observed;

  /** Three antennas correct the one clock. */
  void start(ScheduledExecutorService antennas) {
    for (int antenna = 0; antenna < 3; antenna++) {
      int id = antenna;
      antennas.scheduleAtFixedRate(() -> correct(id, 0.001), 0, 50, TimeUnit.MILLISECONDS);
    }
  }

  private void correct(int antenna, double seconds) {
    ticks += 1L; // RACE rmw
    drift = drift * 0.99 + seconds; // RACE rmw
    epochMillis += antenna; // RACE rmw
  }

  /** A blind store depends on nothing that was there. */
  void observe(long value) {
    observed = value;
  }

  String state() {
    return ticks + " " + drift + " " + epochMillis + " " + observed;
  }
}

class SteadyOrbitClock {
  private final AtomicLong ticks = new AtomicLong();
  private final DoubleAdder drift = new DoubleAdder();
  private long epochMillis;

  void start(ScheduledExecutorService antennas) {
    for (int antenna = 0; antenna < 3; antenna++) {
      int id = antenna;
      antennas.scheduleAtFixedRate(() -> correct(id, 0.001), 0, 50, TimeUnit.MILLISECONDS);
    }
  }

  private void correct(int antenna, double seconds) {
    ticks.incrementAndGet();
    drift.add(seconds);
    advance(antenna);
  }

  private synchronized void advance(long millis) {
    epochMillis += millis;
  }

  synchronized long epochMillis() {
    return epochMillis;
  }
}
