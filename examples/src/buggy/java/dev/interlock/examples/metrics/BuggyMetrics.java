package dev.interlock.examples.metrics;

import java.util.HashMap;
import java.util.Map;

/**
 * The registry of the incident: instruments that look independent and share a plain {@link
 * HashMap}.
 *
 * <p>Two merges into the same entry start from the same measurement, and one of them is lost. Two
 * first writes into the same bucket both append to the chain as it was, and a whole entry is lost.
 * A write during a resize goes into the old table, and is lost with it.
 */
public final class BuggyMetrics implements Metrics {
  private final Map<String, Measurement> measurements = new HashMap<>();

  @Override
  public PlainCounter counter(String name) {
    return new PlainCounter(name, measurements);
  }

  @Override
  public PlainGauge gauge(String name) {
    return new PlainGauge(name, measurements);
  }

  @Override
  public PlainHistogram histogram(String name) {
    return new PlainHistogram(name, measurements);
  }

  @Override
  public Map<String, Measurement> snapshot() {
    return Map.copyOf(measurements);
  }

  /** Counts without a lock. */
  public static final class PlainCounter implements Counter {
    private final String name;
    private final Map<String, Measurement> measurements;

    PlainCounter(String name, Map<String, Measurement> measurements) {
      this.name = name;
      this.measurements = measurements;
    }

    @Override
    public void increment() {
      Measurement one = Measurement.of(1);
      measurements.merge(name, one, Measurement::plus); // BUG: UnguardedCollectionMutation
    }
  }

  /** Shows its value without a lock. */
  public static final class PlainGauge implements Gauge {
    private final String name;
    private final Map<String, Measurement> measurements;

    PlainGauge(String name, Map<String, Measurement> measurements) {
      this.name = name;
      this.measurements = measurements;
    }

    @Override
    public void set(double value) {
      measurements.put(name, Measurement.of(value)); // BUG: UnguardedCollectionMutation
    }
  }

  /** Gathers values without a lock. */
  public static final class PlainHistogram implements Histogram {
    private final String name;
    private final Map<String, Measurement> measurements;

    PlainHistogram(String name, Map<String, Measurement> measurements) {
      this.name = name;
      this.measurements = measurements;
    }

    @Override
    public void observe(double value) {
      Measurement sample = Measurement.of(value);
      measurements.merge(name, sample, Measurement::plus); // BUG: UnguardedCollectionMutation
    }
  }
}
