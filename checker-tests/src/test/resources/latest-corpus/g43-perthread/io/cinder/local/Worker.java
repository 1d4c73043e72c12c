package io.cinder.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Per-request scratch data. */
final class Worker implements Callable<String> {
    private static final ThreadLocal<Map<String, Integer>> SCRATCH = new ThreadLocal<>();
    private static final InheritableThreadLocal<List<String>> TRAIL = new InheritableThreadLocal<>();

    private final List<String> words;
    private final ThreadStats stats;

    Worker(List<String> words, ThreadStats stats) {
        this.words = words;
        this.stats = stats;
    }

    static void begin() {
        TRAIL.set(new ArrayList<>());
    }

    static List<String> trail() {
        return TRAIL.get();
    }

    @Override
    public String call() {
        long t = System.nanoTime();
        Map<String, Integer> m = SCRATCH.get();
        if (m == null) {
            m = new HashMap<>();
            SCRATCH.set(m);
        }
        m.clear();
        for (String w : words) {
            Integer n = m.get(w);
            m.put(w, n == null ? 1 : n + 1);
        }
        TRAIL.get().add("counted " + m.size()); // RACE unguarded-collection #2
        stats.record(System.nanoTime() - t);
        return FormatPool.money(m.size()) + FormatPool.number(words.size());
    }
}
