package io.fieldbus.registry;

import java.util.concurrent.atomic.AtomicReference;

public final class Device {
  public record Reading(long at, double value, int count) {
    Reading next(long when, double v) {
      return new Reading(when, value + (v - value) / (count + 1), count + 1);
    }
  }

  private final String id;
  private final String model;
  private final AtomicReference<Reading> mean = new AtomicReference<>(new Reading(0, 0, 0));
  private final AtomicReference<Reading> last = new AtomicReference<>();

  Device(String id, String model) {
    this.id = id;
    this.model = model;
  }

  /** Called by whichever receiver thread decoded the datagram. */
  void accept(long at, double value) {
    mean.set(mean.get().next(at, value)); // RACE atomic-compound
    for (;;) {
      Reading seen = last.get();
      if (seen != null && seen.at() >= at) {
        return;
      }
      if (last.compareAndSet(seen, new Reading(at, value, 1))) {
        return;
      }
    }
  }

  @Override
  public String toString() {
    return id + "/" + model + " " + mean.get() + " " + last.get();
  }
}
