package energy.nordnetz.meter;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Consumption of a house, reported by many sockets. */
class EnergyMeter {
  private static final AtomicIntegerFieldUpdater<EnergyMeter> PEAKS =
      AtomicIntegerFieldUpdater.newUpdater(EnergyMeter.class, "peaks");

  private final AtomicLong watts = new AtomicLong();
  private final AtomicReference<List<String>> rooms = new AtomicReference<>(List.of());
  private final LongAdder pulses = new LongAdder();
  private final LongAccumulator highest = new LongAccumulator(Math::max, 0);
  private final AtomicInteger failures = new AtomicInteger();
  private volatile int peaks;
  private int attempts;

  void report(long value) {
    watts.accumulateAndGet(value, Long::sum);
    highest.accumulate(value);
    pulses.increment();
    long now = watts.updateAndGet(w -> w > 10_000 ? 10_000 : w);
    if (now == 10_000) {
      PEAKS.incrementAndGet(this);
    }
  }

  /** The function may run more than once, and beside others. */
  void correct(long by) {
    watts.updateAndGet(
        w -> {
          attempts++; // RACE rmw
          return w - by;
        });
  }

  void halve() {
    watts.set(watts.get() / 2); // RACE atomic-compound
  }

  /** What comes in between sum and reset is not billed. */
  long bill() {
    long billed = pulses.sum(); // RACE atomic-compound #1
    pulses.reset(); // RACE atomic-compound #1
    return billed;
  }

  long billSafely() {
    return watts.getAndSet(0);
  }

  void room(String name) {
    rooms.updateAndGet(
        old -> {
          List<String> longer = new java.util.ArrayList<>(old);
          longer.add(name);
          return List.copyOf(longer);
        });
  }

  /** The updater is atomic, the operator is not. */
  void peak() {
    peaks++; // RACE rmw
  }

  void fail() {
    int before;
    do {
      before = failures.get();
    } while (!failures.compareAndSet(before, before + 1));
  }

  int attempts() {
    return attempts + peaks;
  }

  void day(ExecutorService sockets, int count) {
    for (int i = 0; i < count; i++) {
      long value = i;
      sockets.execute(() -> report(value));
      sockets.execute(() -> correct(value));
      sockets.execute(this::halve);
      sockets.submit(this::bill);
      sockets.submit(this::billSafely);
      sockets.execute(() -> room("room " + value));
      sockets.execute(this::peak);
      sockets.execute(this::fail);
    }
  }
}
