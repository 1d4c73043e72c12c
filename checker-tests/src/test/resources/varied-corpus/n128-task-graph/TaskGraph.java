package flow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks as soon as their inputs are there. Built by one thread, then run once. */
public class TaskGraph {
    private final class Node {
        final String name;
        final Runnable body;
        final List<Node> dependents = new ArrayList<>();
        int inputs;
        AtomicInteger missing;
        int runs;

        Node(String name, Runnable body) {
            this.name = name;
            this.body = body;
        }
    }

    private final Map<String, Node> nodes = new HashMap<>();
    private final List<String> trace = new ArrayList<>();
    private final Map<String, Throwable> failed = new HashMap<>();
    private CountDownLatch left;
    private ExecutorService pool;
    private int edges;
    private int completed;

    public void task(String name, Runnable body, String... inputs) {
        Node n = new Node(name, body);
        for (String in : inputs) {
            nodes.get(in).dependents.add(n);
            n.inputs++;
            edges++;
        }
        nodes.put(name, n);
    }

    public List<String> run(ExecutorService executor) throws InterruptedException {
        pool = executor;
        left = new CountDownLatch(nodes.size());
        for (Node n : nodes.values()) {
            n.missing = new AtomicInteger(n.inputs);
        }
        for (Node n : nodes.values()) {
            if (n.inputs == 0) {
                pool.execute(() -> execute(n));
            }
        }
        left.await();
        trace.add(completed + " of " + nodes.size() + " over " + edges + " edges");
        return trace;
    }

    private void execute(Node n) {
        n.runs++;
        try {
            n.body.run();
            synchronized (trace) {
                trace.add(n.name);
                completed++;
            }
        } catch (RuntimeException e) {
            failed.put(n.name, e); // RACE unsafe-collection
        }
        for (Node d : n.dependents) {
            if (d.missing.decrementAndGet() == 0) {
                pool.execute(() -> execute(d));
            }
        }
        left.countDown();
    }

    public Map<String, Throwable> failed() {
        return failed;
    }
}
