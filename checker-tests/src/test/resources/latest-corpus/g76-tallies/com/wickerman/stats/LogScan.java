package com.wickerman.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans log files in parallel. */
public class LogScan {
    private final Tally levels;
    private final Tally sources = new ShieldedTally(new MapTally());
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private Duration longest = Duration.ZERO;

    public LogScan(Tally levels) {
        this.levels = levels;
    }

    public static LogScan standard() {
        return new LogScan(new ArrayTally("INFO", "WARN", "ERROR"));
    }

    public Map<String, Long> scan(Map<String, List<String>> files) throws InterruptedException {
        Map<String, Long> words = new TreeMap<>();
        List<Callable<MapTally>> tasks = new ArrayList<>();
        files.forEach((name, lines) -> tasks.add(() -> scanOne(name, lines)));
        for (Future<MapTally> f : pool.invokeAll(tasks)) {
            try {
                f.get().counts().forEach((w, n) -> words.merge(w, n, Long::sum));
            } catch (ExecutionException e) {
                words.merge("failed", 1L, Long::sum);
            }
        }
        return words;
    }

    private MapTally scanOne(String name, List<String> lines) {
        long t0 = System.nanoTime();
        MapTally own = new MapTally();
        for (String l : lines) {
            String[] w = l.split(" ");
            levels.hit(w[0]);
            sources.hit(name);
            own.hitAll(Arrays.asList(w));
        }
        Duration d = Duration.ofNanos(System.nanoTime() - t0);
        if (d.compareTo(longest) > 0) {
            longest = d; // RACE check-then-act #2
        }
        return own;
    }

    public String toString() {
        return levels.of("ERROR") + " errors, longest " + longest;
    }

    private static final class ShieldedTally implements Tally {
        private final Tally inner;

        ShieldedTally(Tally inner) {
            this.inner = inner;
        }

        @Override
        public synchronized void hit(String kind) {
            inner.hit(kind);
        }

        @Override
        public synchronized long of(String kind) {
            return inner.of(kind);
        }
    }
}
