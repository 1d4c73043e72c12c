package dev.interlock.examples.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The fix without a mutex: a concurrent map, each entry of which is one immutable measurement that
 * {@code merge} replaces atomically. A count and its sum can therefore not fall apart.
 */
public final class ConcurrentMetrics implements Metrics {
  private final ConcurrentMap<String, Measurement> measurements = new ConcurrentHashMap<>();

  @Override
  public Counter counter(String name) {
    return () -> measurements.merge(name, Measurement.of(1), Measurement::plus);
  }

  @Override
  public Gauge gauge(String name) {
    return value -> measurements.put(name, Measurement.of(value));
  }

  @Override
  public Histogram histogram(String name) {
    return value -> measurements.merge(name, Measurement.of(value), Measurement::plus);
  }

  @Override
  public Map<String, Measurement> snapshot() {
    return Map.copyOf(measurements);
  }
}
