package de.talsperre.gauges;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A gauge at the dam. The number of alarms is counted over all gauges. */
abstract class Sensor {
  protected static int alarms;
  protected static double highest;

  private final String name;

  Sensor(String name) {
    this.name = name;
  }

  abstract double read();

  /** The class of this is LevelSensor or FlowSensor, so there are two monitors. */
  void poll(double limit) {
    double value = read();
    synchronized (getClass()) {
      if (value > limit) {
        alarms++; // RACE wrong-lock
      }
    }
  }

  /** One class literal, one monitor. */
  void trackHighest() {
    double value = read();
    synchronized (Sensor.class) {
      if (value > highest) {
        highest = value;
      }
    }
  }

  String name() {
    return name;
  }
}

class LevelSensor extends Sensor {
  LevelSensor(String name) {
    super(name);
  }

  @Override
  double read() {
    return Math.random() * 40;
  }
}

class FlowSensor extends Sensor {
  FlowSensor(String name) {
    super(name);
  }

  @Override
  double read() {
    return Math.random() * 900;
  }
}

/** A final class has only one class object, whichever way one asks for it. */
final class RainSensor {
  private static double millimetres;

  void rain(double drop) {
    synchronized (getClass()) {
      millimetres += drop;
    }
  }

  static double millimetres() {
    synchronized (RainSensor.class) {
      return millimetres;
    }
  }
}

class Dam {
  void watch(ScheduledExecutorService timer) {
    Sensor level = new LevelSensor("north");
    Sensor flow = new FlowSensor("spillway");
    RainSensor east = new RainSensor();
    RainSensor west = new RainSensor();
    timer.scheduleAtFixedRate(() -> level.poll(38), 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> flow.poll(700), 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(level::trackHighest, 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(flow::trackHighest, 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> east.rain(0.1), 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> west.rain(0.2), 0, 1, TimeUnit.SECONDS);
  }
}
