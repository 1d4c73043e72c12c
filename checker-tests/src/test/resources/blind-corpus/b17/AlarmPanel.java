package com.threshold.ranges;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

public class AlarmPanel {
  public enum Level { CALM, WATCH, ALARM }

  private final AtomicReference<Level> level = new AtomicReference<>(Level.CALM);
  private final AtomicBoolean siren = new AtomicBoolean();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicIntegerArray byZone = new AtomicIntegerArray(64);
  private final Map<String, AtomicInteger> bySensor = new ConcurrentHashMap<>();
  private final AtomicInteger quietTicks = new AtomicInteger();

  public void report(String sensor, int zone, int value) {
    AtomicInteger n = bySensor.get(sensor); // RACE check-then-act #1
    if (n == null) {
      n = new AtomicInteger();
      bySensor.put(sensor, n); // RACE check-then-act #1
    }
    n.addAndGet(value);
    byZone.getAndIncrement(zone);
    if (value > 90 && level.getAndSet(Level.ALARM) != Level.ALARM && siren.compareAndSet(false, true)) {
      System.out.println("siren");
    } else if (value > 50) {
      level.compareAndSet(Level.CALM, Level.WATCH);
    }
    quietTicks.set(0);
  }

  /** Sent by several operators. */
  public void acknowledge() {
    if (level.get() == Level.ALARM) { // RACE atomic-compound #2
      level.set(Level.WATCH); // RACE atomic-compound #2
      acknowledged.getAndIncrement();
    }
    siren.set(false);
  }

  public void calm() {
    if (level.compareAndSet(Level.WATCH, Level.CALM)) {
      acknowledged.set(0);
    }
  }

  public void clearZone(int zone) {
    int n;
    do {
      n = byZone.get(zone);
    } while (n > 0 && !byZone.compareAndSet(zone, n, 0));
  }

  public Level level() {
    return level.get();
  }
}
