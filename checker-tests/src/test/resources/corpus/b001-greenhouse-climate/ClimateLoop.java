package com.verdantis.greenhouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

interface Sensor {
  double celsius();
}

interface Vent {
  void open(double degree);
}

/** One periodic task of the shared scheduler: its runs follow each other, never overlap. */
class ClimateLoop {
  private final Sensor sensor;
  private final Vent vent;
  private final Deque<Double> window = new ArrayDeque<>();
  private double integral;
  private long ticks;

  ClimateLoop(Sensor sensor, Vent vent) {
    this.sensor = sensor;
    this.vent = vent;
  }

  static ScheduledFuture<?> start(ScheduledExecutorService scheduler, Sensor sensor, Vent vent) {
    ClimateLoop loop = new ClimateLoop(sensor, vent);
    return scheduler.scheduleAtFixedRate(loop::tick, 0, 30, TimeUnit.SECONDS);
  }

  private void tick() {
    double celsius = sensor.celsius();
    ticks++;
    window.addLast(celsius);
    if (window.size() > 20) {
      window.removeFirst();
    }
    integral += celsius - 21.5;
    vent.open(Math.max(0, integral / ticks));
  }
}
