package leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Takes part in a leader election; callbacks come from the coordination client's threads. */
public class LeaderLatch {

    private enum Phase { LATENT, STARTED, CLOSED }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LATENT);
    private final AtomicBoolean leader = new AtomicBoolean();
    private final AtomicReference<String> ourNode = new AtomicReference<>();
    private final AtomicStampedReference<String> watched = new AtomicStampedReference<>(null, 0);
    private final List<Listener> listeners = new ArrayList<>();
    private final Executor callbacks;
    private int gained;
    private int lost;

    public LeaderLatch(Executor callbacks) {
        this.callbacks = Objects.requireNonNull(callbacks);
    }

    public void start() {
        if (!phase.compareAndSet(Phase.LATENT, Phase.STARTED)) {
            throw new IllegalStateException("started before");
        }
    }

    /** A node of ours has been created; an older one is given back for deletion. */
    public String onCreated(String node) {
        String old = ourNode.getAndSet(node);
        if (phase.get() == Phase.CLOSED && ourNode.compareAndSet(node, null)) {
            return node;
        }
        return old;
    }

    /** Tells the sorted children; returns the node to watch. */
    public String onChildren(List<String> sorted) {
        String mine = ourNode.get();
        int at = sorted.indexOf(mine);
        if (at < 0) {
            setLeader(false);
            return null;
        }
        setLeader(at == 0);
        if (at == 0) {
            return null;
        }
        String before = sorted.get(at - 1);
        int[] stamp = new int[1];
        while (true) {
            String current = watched.get(stamp);
            if (before.equals(current)) {
                return null;
            }
            if (watched.compareAndSet(current, before, stamp[0], stamp[0] + 1)) {
                return before;
            }
        }
    }

    private synchronized void setLeader(boolean now) {
        boolean was = leader.getAndSet(now);
        if (was && !now) {
            lost++;
            each(Listener::notLeader);
        } else if (!was && now) {
            gained++;
            each(Listener::isLeader);
        }
    }

    private void each(java.util.function.Consumer<Listener> c) {
        for (Listener l : listeners) {
            callbacks.execute(() -> c.accept(l));
        }
    }

    public void addListener(Listener l) {
        synchronized (this) {
            listeners.add(l);
        }
    }

    public void close() {
        if (phase.getAndSet(Phase.CLOSED) != Phase.CLOSED) {
            synchronized (this) {
                setLeader(false);
                listeners.clear();
            }
        }
    }

    public boolean hasLeadership() {
        return phase.get() == Phase.STARTED && leader.get();
    }

    public synchronized int changes() {
        return gained + lost;
    }

    /** Learns about leadership. */
    public interface Listener {
        void isLeader();

        void notLeader();
    }
}
