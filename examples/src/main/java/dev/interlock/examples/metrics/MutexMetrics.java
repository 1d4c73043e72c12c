package dev.interlock.examples.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The fix that held: one mutex for the one map. Every instrument is handed the same mutex together
 * with the map that it guards, and the snapshot is taken under it too.
 */
public final class MutexMetrics implements Metrics {
  private final Lock mutex = new ReentrantLock();
  private final Map<String, Measurement> measurements = new HashMap<>();

  @Override
  public Counter counter(String name) {
    return new SharedCounter(name, measurements, mutex);
  }

  @Override
  public Gauge gauge(String name) {
    return new SharedGauge(name, measurements, mutex);
  }

  @Override
  public Histogram histogram(String name) {
    return new SharedHistogram(name, measurements, mutex);
  }

  @Override
  public Map<String, Measurement> snapshot() {
    mutex.lock();
    try {
      return Map.copyOf(measurements);
    } finally {
      mutex.unlock();
    }
  }

  private abstract static class Instrument {
    final String name;
    final Map<String, Measurement> measurements;
    final Lock mutex;

    Instrument(String name, Map<String, Measurement> measurements, Lock mutex) {
      this.name = name;
      this.measurements = measurements;
      this.mutex = mutex;
    }
  }

  private static final class SharedCounter extends Instrument implements Counter {
    SharedCounter(String name, Map<String, Measurement> measurements, Lock mutex) {
      super(name, measurements, mutex);
    }

    @Override
    public void increment() {
      mutex.lock();
      try {
        measurements.merge(name, Measurement.of(1), Measurement::plus);
      } finally {
        mutex.unlock();
      }
    }
  }

  private static final class SharedGauge extends Instrument implements Gauge {
    SharedGauge(String name, Map<String, Measurement> measurements, Lock mutex) {
      super(name, measurements, mutex);
    }

    @Override
    public void set(double value) {
      mutex.lock();
      try {
        measurements.put(name, Measurement.of(value));
      } finally {
        mutex.unlock();
      }
    }
  }

  private static final class SharedHistogram extends Instrument implements Histogram {
    SharedHistogram(String name, Map<String, Measurement> measurements, Lock mutex) {
      super(name, measurements, mutex);
    }

    @Override
    public void observe(double value) {
      mutex.lock();
      try {
        measurements.merge(name, Measurement.of(value), Measurement::plus);
      } finally {
        mutex.unlock();
      }
    }
  }
}
