package dev.cobble.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs targets as soon as their dependencies are built. */
public class Builder {
    private final ExecutorService pool;
    private final Action action;
    private final CountDownLatch left;
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Map<String, Long> millis = new TreeMap<>();
    private int warnings;

    public Builder(int threads, int targets, Action action) {
        this.pool = Executors.newFixedThreadPool(threads);
        this.left = new CountDownLatch(targets);
        this.action = action;
    }

    /** Builds everything; call once, with the graph complete. */
    public BuildReport build(Collection<Target> targets) throws InterruptedException {
        List<Target> roots = new ArrayList<>();
        for (Target t : targets) {
            if (t.missing() == 0) {
                roots.add(t);
            }
        }
        roots.forEach(this::submit);
        left.await();
        pool.shutdown();
        warnings += order.size() == targets.size() ? 0 : 1;
        return new BuildReport(List.copyOf(order), Map.copyOf(millis), warnings);
    }

    private void submit(Target t) {
        pool.execute(() -> run(t));
    }

    private void run(Target t) {
        long start = System.nanoTime();
        try {
            int w = action.build(t.name);
            if (w > 0) {
                warnings += w; // RACE read-modify-write #1
            }
            t.done();
            order.add(t.name);
        } finally {
            millis.put(t.name, (System.nanoTime() - start) / 1_000_000); // RACE unguarded-collection #2
            for (Target d : t.dependents) {
                if (d.satisfied()) {
                    submit(d);
                }
            }
            left.countDown();
        }
    }

    public interface Action {
        int build(String target);
    }

    public record BuildReport(List<String> order, Map<String, Long> millis, int warnings) {
    }
}
