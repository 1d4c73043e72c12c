package dev.interlock.examples.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The failed first fix: every instrument locks before it touches the map, but each of them locks a
 * mutex of its own.
 *
 * <p>Two workers who use the same instrument now wait for each other. A worker with another
 * instrument, be it of the same name or of another one, holds another mutex and walks right in: the
 * map is as unguarded as before, and loses counts and entries as before. In review it looked
 * locked.
 */
public final class BuggyOwnMutexMetrics implements Metrics {
  private final Map<String, Measurement> measurements = new HashMap<>();

  @Override
  public LockingCounter counter(String name) {
    return new LockingCounter(name, measurements);
  }

  @Override
  public LockingGauge gauge(String name) {
    return new LockingGauge(name, measurements);
  }

  @Override
  public LockingHistogram histogram(String name) {
    return new LockingHistogram(name, measurements);
  }

  @Override
  public Map<String, Measurement> snapshot() {
    return Map.copyOf(measurements);
  }

  private abstract static class Instrument {
    final String name;
    final Map<String, Measurement> measurements;
    final Lock mutex = new ReentrantLock();

    Instrument(String name, Map<String, Measurement> measurements) {
      this.name = name;
      this.measurements = measurements;
    }
  }

  /** Counts under a mutex of its own. */
  public static final class LockingCounter extends Instrument implements Counter {
    LockingCounter(String name, Map<String, Measurement> measurements) {
      super(name, measurements);
    }

    @Override
    public void increment() {
      mutex.lock();
      try {
        Measurement one = Measurement.of(1);
        measurements.merge(name, one, Measurement::plus); // BUG: InconsistentLocking
      } finally {
        mutex.unlock();
      }
    }
  }

  /** Shows its value under a mutex of its own. */
  public static final class LockingGauge extends Instrument implements Gauge {
    LockingGauge(String name, Map<String, Measurement> measurements) {
      super(name, measurements);
    }

    @Override
    public void set(double value) {
      mutex.lock();
      try {
        measurements.put(name, Measurement.of(value)); // BUG: InconsistentLocking
      } finally {
        mutex.unlock();
      }
    }
  }

  /** Gathers values under a mutex of its own. */
  public static final class LockingHistogram extends Instrument implements Histogram {
    LockingHistogram(String name, Map<String, Measurement> measurements) {
      super(name, measurements);
    }

    @Override
    public void observe(double value) {
      mutex.lock();
      try {
        Measurement sample = Measurement.of(value);
        measurements.merge(name, sample, Measurement::plus); // BUG: InconsistentLocking
      } finally {
        mutex.unlock();
      }
    }
  }
}
