package obs.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Thread-safe registry of named metrics. */
public class MetricRegistry {
    public static final class Counter {
        private final LongAdder n = new LongAdder();

        public void inc() {
            n.increment();
        }

        public long count() {
            return n.sum();
        }
    }

    public static final class Gauge {
        private double value;
        private double min = Double.MAX_VALUE;
        private volatile double max;

        public synchronized void set(double v) {
            value = v;
            if (v < min) {
                min = v;
            }
        }

        public void observe(double v) {
            max = Math.max(max, v); // RACE atomic-compound
        }

        public synchronized double value() {
            return value;
        }

        public synchronized double min() {
            return min;
        }

        public double max() {
            return max;
        }
    }

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Gauge> gauges = new ConcurrentSkipListMap<>();
    private final Map<String, DoubleAdder> sums = new ConcurrentHashMap<>();

    public Counter counter(String name) {
        if (!counters.containsKey(name)) { // RACE check-then-act #1
            counters.put(name, new Counter()); // RACE check-then-act #1
        }
        return counters.get(name);
    }

    public Gauge gauge(String name) {
        Gauge g = gauges.get(name);
        if (g != null) {
            return g;
        }
        Gauge fresh = new Gauge();
        Gauge old = gauges.putIfAbsent(name, fresh);
        return old == null ? fresh : old;
    }

    public void sum(String name, double by) {
        DoubleAdder a = sums.get(name);
        if (a == null) {
            a = sums.computeIfAbsent(name, n -> new DoubleAdder());
        }
        a.add(by);
    }

    public boolean remove(String name) {
        if (counters.containsKey(name)) {
            return counters.remove(name) != null;
        }
        return gauges.remove(name) != null;
    }
}
