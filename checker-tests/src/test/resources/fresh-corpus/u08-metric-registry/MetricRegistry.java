package io.meterbox;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Registry of named metrics. Instances are thread-safe.
 */
public class MetricRegistry {
  /** Monotone count. */
  public static final class Counter {
    private final AtomicLong value = new AtomicLong();

    public void inc(long by) {
      value.addAndGet(by);
    }

    public long value() {
      return value.get();
    }
  }

  /** Sum and count of observations. */
  public static final class Summary {
    private long count;
    private double sum;

    public synchronized void observe(double v) {
      count++;
      sum += v;
    }

    public synchronized double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }

  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, Summary> summaries = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();

  public Counter counter(String name) {
    Objects.requireNonNull(name);
    Counter c = counters.get(name); // RACE check-then-act #1
    if (c == null) {
      c = new Counter();
      counters.put(name, c); // RACE check-then-act #1
    }
    return c;
  }

  public Summary summary(String name) {
    Summary s = summaries.get(name);
    if (s == null) {
      Summary fresh = new Summary();
      s = summaries.putIfAbsent(name, fresh);
      if (s == null) {
        s = fresh;
      }
    }
    return s;
  }

  public void gauge(String name, Supplier<Number> supplier) {
    if (gauges.putIfAbsent(name, supplier) != null) {
      throw new IllegalStateException("gauge exists: " + name);
    }
  }

  /** Renames a counter; later increments through the new name. */
  public boolean rename(String from, String to) {
    if (!counters.containsKey(to)) { // RACE check-then-act #2
      Counter moved = counters.remove(from); // RACE check-then-act #2
      if (moved != null) {
        counters.put(to, moved); // RACE check-then-act #2
        return true;
      }
    }
    return false;
  }

  public boolean unregister(String name) {
    return counters.remove(name) != null | summaries.remove(name) != null;
  }
}
