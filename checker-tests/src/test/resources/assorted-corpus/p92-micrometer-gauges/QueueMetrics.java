package ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Metrics of queue consumers. One instance, all consumer threads. */
public class QueueMetrics {
  private final MeterRegistry registry;
  private final Map<String, AtomicInteger> depth = new ConcurrentHashMap<>();
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> lag = new ConcurrentHashMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile double load;
  private final Timer timer;

  public QueueMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.timer = registry.timer("consume");
    Gauge.builder("busy", busy, AtomicInteger::get).register(registry);
    Gauge.builder("load", this, m -> m.load).register(registry);
  }

  public void enqueued(String queue) {
    AtomicInteger d = depth.get(queue); // RACE check-then-act #1
    if (d == null) {
      d = new AtomicInteger();
      depth.put(queue, d); // RACE check-then-act #1
      registry.gauge("depth", Tags.of("q", queue), d);
    }
    d.incrementAndGet();
  }

  public void dequeued(String queue) {
    depth.computeIfAbsent(queue, q -> new AtomicInteger()).decrementAndGet();
    counters.computeIfAbsent(queue, q -> registry.counter("dequeued", "q", q)).increment();
  }

  public void begin() {
    busy.set(busy.get() + 1); // RACE atomic-compound
  }

  public void end(long nanos) {
    busy.decrementAndGet();
    timer.record(nanos, TimeUnit.NANOSECONDS);
    load = load * 0.95 + nanos * 0.05; // RACE rmw
  }

  public void lag(String queue, long value) {
    AtomicLong l = lag.get(queue);
    if (l == null) {
      AtomicLong fresh = new AtomicLong();
      AtomicLong raced = lag.putIfAbsent(queue, fresh);
      l = raced == null ? fresh : raced;
    }
    l.set(value);
  }

  public long worstLag() {
    long worst = 0;
    for (AtomicLong l : lag.values()) {
      worst = Math.max(worst, l.get());
    }
    return worst;
  }
}
