package io.tally.core;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Process-wide registry of meters by name. */
public final class Meters {
    private static final ConcurrentMap<String, Histogram> HISTOGRAMS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, Gauge> GAUGES = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, AtomicLong> COUNTERS = new ConcurrentHashMap<>();

    private Meters() {
    }

    public static Histogram histogram(String name) {
        Histogram h = HISTOGRAMS.get(name);
        if (h == null) {
            Histogram fresh = new Histogram(1, 5, 10, 50, 100, 500, 1000);
            h = HISTOGRAMS.putIfAbsent(name, fresh);
            if (h == null) {
                h = fresh;
            }
        }
        return h;
    }

    public static Gauge gauge(String name) {
        Gauge g = GAUGES.get(name);
        if (g == null) {
            g = new Gauge(name);
            GAUGES.put(name, g); // RACE check-then-act #2
        }
        return g;
    }

    public static void count(String name) {
        COUNTERS.computeIfAbsent(name, n -> new AtomicLong()).incrementAndGet();
    }

    public static long countOf(String name) {
        AtomicLong c = COUNTERS.get(name);
        return c == null ? 0 : c.get();
    }
}
