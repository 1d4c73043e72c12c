package taskgraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Executes tasks after the tasks they depend on, in parallel where possible. */
public class TaskGraph {

    private final Map<String, Node> nodes = new HashMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Set-up, before {@link #run}. */
    public void add(String name, Runnable action, String... dependencies) {
        Node n = new Node(name, action);
        nodes.put(name, n);
        for (String d : dependencies) {
            nodes.get(d).dependents.add(n);
            n.open.incrementAndGet();
        }
    }

    public long run(Executor executor) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(nodes.size());
        for (Node n : List.copyOf(nodes.values())) {
            n.all = all;
        }
        List<Node> roots = new ArrayList<>();
        for (Node n : nodes.values()) {
            if (n.open.get() == 0) {
                roots.add(n);
            }
        }
        for (Node n : roots) {
            executor.execute(() -> execute(n, executor));
        }
        all.await();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        long sum = 0;
        for (Node n : nodes.values()) {
            sum += n.nanos;
        }
        return sum;
    }

    /** Runs once for each node: by whoever has finished its last dependency. */
    private void execute(Node n, Executor executor) {
        long start = System.nanoTime();
        try {
            if (failure.get() == null) {
                n.action.run();
                n.state = "done";
            } else {
                n.state = "skipped";
            }
        } catch (RuntimeException e) {
            n.state = "failed";
            failure.compareAndSet(null, e);
        } finally {
            n.nanos += System.nanoTime() - start;
            n.runs++;
            Node own = null;
            for (Node d : n.dependents) {
                if (d.open.decrementAndGet() == 0) {
                    if (own == null) {
                        own = d;
                    } else {
                        Node other = d;
                        executor.execute(() -> execute(other, executor));
                    }
                }
            }
            n.all.countDown();
            if (own != null) {
                execute(own, executor);
            }
        }
    }

    public String state(String name) {
        return nodes.get(name).state;
    }

    private static final class Node {
        private final String name;
        private final Runnable action;
        private final List<Node> dependents = new ArrayList<>();
        private final AtomicInteger open = new AtomicInteger();
        private CountDownLatch all;
        private String state = "new";
        private boolean critical;
        private long nanos;
        private int runs;

        Node(String name, Runnable action) {
            this.name = name;
            this.action = action;
        }

        @Override
        public String toString() {
            return name + (critical ? "!" : "") + runs;
        }
    }
}
