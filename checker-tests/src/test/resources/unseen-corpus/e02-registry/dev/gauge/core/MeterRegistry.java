package dev.gauge.core;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Holds all meters of a process, by name. */
public class MeterRegistry {
  private final ConcurrentMap<String, Tally> tallies = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Spread> spreads = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongSupplier> gauges = new ConcurrentHashMap<>();

  public Tally tally(String name) {
    Tally t = tallies.get(name);
    if (t == null) {
      Tally created = new Tally();
      t = tallies.putIfAbsent(name, created);
      if (t == null) {
        t = created;
      }
    }
    return t;
  }

  public Spread spread(String name) {
    Spread s = spreads.get(name); // RACE check-then-act #1
    if (s == null) { // RACE check-then-act #1
      s = new Spread();
      spreads.put(name, s); // RACE check-then-act #1
    }
    return s;
  }

  public void gauge(String name, LongSupplier value) {
    if (gauges.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("duplicate gauge " + name);
    }
  }

  public Map<String, Long> snapshot() {
    Map<String, Long> out = new TreeMap<>();
    for (Map.Entry<String, Tally> e : tallies.entrySet()) {
      out.put(e.getKey(), e.getValue().value());
    }
    gauges.forEach((k, v) -> out.put(k, v.getAsLong()));
    spreads.forEach((k, v) -> {
      out.put(k + ".max", v.max());
      out.put(k + ".count", v.count());
    });
    return out;
  }
}
