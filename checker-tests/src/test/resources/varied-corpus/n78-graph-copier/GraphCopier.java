package obj.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Stateless and shared by all request threads: everything mutable lives in the Job of one call. */
public final class GraphCopier {
    public static final GraphCopier INSTANCE = new GraphCopier();

    public static final class Node {
        public String label;
        public final List<Node> next = new ArrayList<>();
        public int visits;
    }

    private static final class Job {
        final Map<Node, Node> copies = new IdentityHashMap<>();
        final Deque<Node> todo = new ArrayDeque<>();
        int edges;
        int depth;

        Node copyOf(Node n) {
            Node c = copies.get(n);
            if (c == null) {
                c = new Node();
                c.label = n.label;
                c.visits++;
                copies.put(n, c);
                todo.addLast(n);
            }
            return c;
        }
    }

    private final LongAdder copied = new LongAdder();
    private final ConcurrentHashMap<String, Integer> largest = new ConcurrentHashMap<>();

    private GraphCopier() {}

    public Node copy(Node root) {
        Job job = new Job();
        Node result = job.copyOf(root);
        while (!job.todo.isEmpty()) {
            Node n = job.todo.pollFirst();
            expand(job, n, job.copies.get(n));
        }
        copied.add(job.copies.size());
        largest.merge(root.label, job.copies.size(), Math::max);
        return result;
    }

    private void expand(Job job, Node from, Node to) {
        job.depth++;
        for (Node child : from.next) {
            to.next.add(job.copyOf(child));
            job.edges++;
        }
    }

    public long copied() {
        return copied.sum();
    }
}
