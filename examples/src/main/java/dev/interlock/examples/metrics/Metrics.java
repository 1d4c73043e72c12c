package dev.interlock.examples.metrics;

import java.util.Map;

/** Hands out instruments; those of the same name measure into the same entry. */
public interface Metrics {
  /** Counts events. */
  interface Counter {
    /** Counts one more. */
    void increment();
  }

  /** Shows a value that goes up and down. */
  interface Gauge {
    /** Replaces the value shown. */
    void set(double value);
  }

  /** Gathers values: how many, how much, how large at most. */
  interface Histogram {
    /** Adds a value. */
    void observe(double value);
  }

  /** An instrument that counts into the entry of this name. */
  Counter counter(String name);

  /** An instrument that shows its value in the entry of this name. */
  Gauge gauge(String name);

  /** An instrument that gathers values in the entry of this name. */
  Histogram histogram(String name);

  /** A copy of all entries; each of them is the measurement of one moment. */
  Map<String, Measurement> snapshot();
}
