package io.streamline.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A registry of sensors; a producer, its I/O thread and the user's own threads record into it. */
public final class Sensors {

  private final ConcurrentMap<String, Sensor> sensors = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<Sensor>> children = new ConcurrentHashMap<>();

  public Sensor get(String name) {
    return sensors.get(Objects.requireNonNull(name));
  }

  /** Returns the sensor of that name, creating it when missing. */
  public Sensor sensor(String name, Sensor... parents) {
    Sensor s = sensors.get(name); // RACE check-then-act #1
    if (s != null) {
      return s;
    }
    s = new Sensor(name, parents);
    sensors.put(name, s); // RACE check-then-act #1
    return s;
  }

  public synchronized Sensor sensorLocked(String name, Sensor... parents) {
    Sensor s = locked.get(name);
    if (s == null) {
      s = new Sensor(name, parents);
      locked.put(name, s);
      for (Sensor parent : parents) {
        List<Sensor> kids = children.get(parent.name());
        if (kids == null) {
          kids = new ArrayList<>();
          children.put(parent.name(), kids);
        }
        kids.add(s);
      }
    }
    return s;
  }

  private final ConcurrentMap<String, Sensor> locked = new ConcurrentHashMap<>();

  public synchronized List<Sensor> childrenOf(String name) {
    List<Sensor> kids = children.get(name);
    return kids == null ? Collections.emptyList() : new ArrayList<>(kids);
  }

  public static final class Sensor {
    private final String name;
    private final Sensor[] parents;
    private double total;
    private long events;
    private volatile long lastRecordMs;

    Sensor(String name, Sensor[] parents) {
      this.name = name;
      this.parents = parents.clone();
    }

    public String name() {
      return name;
    }

    public void record(double value) {
      record(value, System.currentTimeMillis());
    }

    public void record(double value, long nowMs) {
      lastRecordMs = nowMs;
      synchronized (this) {
        total += value;
        events++;
      }
      for (Sensor parent : parents) {
        parent.record(value, nowMs);
      }
    }

    public boolean expired(long nowMs, long inactiveMs) {
      return nowMs - lastRecordMs > inactiveMs;
    }

    public synchronized double mean() {
      return events == 0 ? 0d : total / events;
    }
  }
}
