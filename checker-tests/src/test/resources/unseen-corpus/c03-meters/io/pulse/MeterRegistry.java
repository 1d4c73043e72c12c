package io.pulse;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.DoubleSupplier;

/** All meters of the process by name. Request threads, pools and exporters share one registry. */
public class MeterRegistry {
  private final ConcurrentMap<String, Meter> meters = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Peak> peaks = new ConcurrentHashMap<>();

  public Meter meter(String name) {
    Meter m = meters.get(name); // RACE check-then-act #1
    if (m == null) {
      m = new Meter(name);
      meters.put(name, m); // RACE check-then-act #1
    }
    return m;
  }

  public Timer timer(String name) {
    Timer t = timers.get(name);
    if (t == null) {
      Timer fresh = new Timer();
      t = timers.putIfAbsent(name, fresh);
      if (t == null) {
        t = fresh;
      }
    }
    return t;
  }

  public Peak peak(String name) {
    return peaks.computeIfAbsent(name, n -> new Peak());
  }

  /** The first registration wins. */
  public boolean gauge(String name, DoubleSupplier source) {
    return gauges.putIfAbsent(name, source) == null;
  }

  public Map<String, Double> snapshot() {
    Map<String, Double> out = new TreeMap<>();
    meters.forEach((n, m) -> out.put(n, (double) m.count()));
    timers.forEach((n, t) -> out.put(n, t.meanNanos()));
    for (Map.Entry<String, DoubleSupplier> g : gauges.entrySet()) {
      if (!out.containsKey(g.getKey())) {
        out.put(g.getKey(), g.getValue().getAsDouble());
      }
    }
    return out;
  }
}
