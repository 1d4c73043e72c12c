package com.stromnetz.meter;

import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

interface Meter {
  long wattHours();
}

/** Reads one meter. There is one task per meter and one timer per street. */
class MeterTask extends TimerTask {
  private static long readings;
  private static final AtomicLong ENERGY = new AtomicLong();

  private final Meter meter;
  private long previous;
  private int stuck;

  MeterTask(Meter meter) {
    this.meter = meter;
  }

  @Override
  public void run() {
    long now = meter.wattHours();
    if (now == previous) {
      stuck++;
    }
    ENERGY.addAndGet(now - previous);
    previous = now;
    readings++; // RACE rmw
  }

  int stuck() {
    return stuck;
  }

  static String summary() {
    return readings + " readings, " + ENERGY.get() + " Wh";
  }
}
