package k42;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the tasks of a build in parallel, each after the ones that it depends on. */
public class DagExecutor {
    static final class Node {
        final String name;
        final Runnable action;
        final List<Node> dependents = new ArrayList<>();
        final AtomicInteger missing = new AtomicInteger();
        long startedAt;
        long elapsed;

        Node(String name, Runnable action) {
            this.name = name;
            this.action = action;
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    public void task(String name, Runnable action, String... dependencies) {
        Node n = new Node(name, action);
        for (String d : dependencies) {
            nodes.get(d).dependents.add(n);
            n.missing.incrementAndGet();
        }
        nodes.put(name, n);
    }

    public long execute(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch remaining = new CountDownLatch(nodes.size());
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try {
            List<Node> roots = new ArrayList<>();
            for (Node n : nodes.values()) {
                if (n.missing.get() == 0) {
                    roots.add(n);
                }
            }
            for (Node n : roots) {
                pool.execute(() -> run(n, pool, remaining, failure));
            }
            remaining.await();
        } finally {
            pool.shutdownNow();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        long total = 0;
        for (Node n : nodes.values()) {
            total += n.elapsed;
        }
        return total;
    }

    private void run(Node n, ExecutorService pool, CountDownLatch remaining, AtomicReference<RuntimeException> failure) {
        n.startedAt = System.nanoTime();
        try {
            if (failure.get() == null) {
                n.action.run();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            n.elapsed += System.nanoTime() - n.startedAt;
            for (Node d : n.dependents) {
                if (d.missing.decrementAndGet() == 0) {
                    pool.execute(() -> run(d, pool, remaining, failure));
                }
            }
            remaining.countDown();
        }
    }
}
