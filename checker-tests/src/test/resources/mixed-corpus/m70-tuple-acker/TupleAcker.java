package acker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Tracks tuple trees by the XOR of their ids. The acker's own executor thread calls {@link #loop};
 * spouts and bolts only send messages.
 */
public class TupleAcker implements Runnable {

    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final LinkedList<Map<Long, Tree>> buckets = new LinkedList<>();
    private final AckListener listener;
    private final AckerStats stats;
    private volatile boolean running = true;

    public TupleAcker(AckListener listener, AckerStats stats, int rotations) {
        this.listener = listener;
        this.stats = stats;
        for (int i = 0; i < rotations; i++) {
            buckets.add(new HashMap<>());
        }
    }

    public void send(Message message) {
        inbox.add(message);
    }

    @Override
    public void run() {
        try {
            while (running) {
                loop(inbox.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void loop(Message message) {
        if (message instanceof Init init) {
            Tree t = tree(init.root());
            t.xor ^= init.ids();
            t.spout = init.spout();
            finishIfDone(init.root(), t);
        } else if (message instanceof Ack ack) {
            Tree t = tree(ack.root());
            t.xor ^= ack.ids();
            finishIfDone(ack.root(), t);
        } else if (message instanceof Fail fail) {
            Tree t = remove(fail.root());
            if (t != null && t.spout != null) {
                stats.failed(t.spout);
                listener.failed(t.spout, fail.root());
            }
        } else if (message instanceof Tick) {
            rotate();
        }
    }

    private Tree tree(long root) {
        for (Map<Long, Tree> b : buckets) {
            Tree t = b.get(root);
            if (t != null) {
                return t;
            }
        }
        Tree t = new Tree();
        buckets.getFirst().put(root, t);
        return t;
    }

    private Tree remove(long root) {
        for (Map<Long, Tree> b : buckets) {
            Tree t = b.remove(root);
            if (t != null) {
                return t;
            }
        }
        return null;
    }

    private void finishIfDone(long root, Tree t) {
        if (t.xor == 0 && t.spout != null) {
            remove(root);
            stats.acked(t.spout);
            listener.acked(t.spout, root);
        }
    }

    private void rotate() {
        Map<Long, Tree> expired = buckets.removeLast();
        buckets.addFirst(new HashMap<>());
        List<Long> roots = new ArrayList<>(expired.keySet());
        for (long root : roots) {
            Tree t = expired.get(root);
            if (t.spout != null) {
                stats.expired();
                listener.failed(t.spout, root);
            }
        }
    }

    public void stop() {
        running = false;
        inbox.add(new Tick());
    }

    private static final class Tree {
        long xor;
        String spout;
    }

    /** Something to tell the acker. */
    public sealed interface Message permits Init, Ack, Fail, Tick {
    }

    /** A spout has emitted a tuple. */
    public record Init(String spout, long root, long ids) implements Message {
    }

    /** A bolt is through with a tuple. */
    public record Ack(long root, long ids) implements Message {
    }

    /** A bolt has failed. */
    public record Fail(long root) implements Message {
    }

    /** Time goes by. */
    public record Tick() implements Message {
    }

    /** Learns what has become of tuples. */
    public interface AckListener {
        void acked(String spout, long root);

        void failed(String spout, long root);
    }
}
