package heartbeat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches the nodes of a cluster. Beats are queued by the network threads and evaluated on the
 * monitor's own scheduler thread.
 */
public class HeartbeatMonitor {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<Beat> inbox = new ConcurrentLinkedQueue<>();
    private final Map<String, NodeState> nodes = new HashMap<>();
    private final List<Consumer<String>> suspects = new ArrayList<>();
    private final long timeoutMillis;
    private int rounds;
    private volatile int alive;

    public HeartbeatMonitor(long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    public void start() {
        scheduler.scheduleAtFixedRate(this::round, 0, timeoutMillis / 3, TimeUnit.MILLISECONDS);
    }

    /** Called by the network threads. */
    public void onBeat(String node, long load) {
        inbox.add(new Beat(node, load, System.currentTimeMillis()));
    }

    public void onSuspect(Consumer<String> listener) {
        scheduler.execute(() -> suspects.add(listener));
    }

    public void forget(String node) {
        scheduler.execute(() -> {
            if (nodes.remove(node) != null) {
                alive = countAlive();
            }
        });
    }

    private void round() {
        rounds++;
        Beat beat;
        while ((beat = inbox.poll()) != null) {
            NodeState state = nodes.get(beat.node());
            if (state == null) {
                state = new NodeState();
                nodes.put(beat.node(), state);
            }
            state.lastSeen = Math.max(state.lastSeen, beat.at());
            state.load = (state.load * 7 + beat.load()) / 8;
            state.suspected = false;
        }
        long now = System.currentTimeMillis();
        for (Map.Entry<String, NodeState> e : nodes.entrySet()) {
            NodeState state = e.getValue();
            if (!state.suspected && now - state.lastSeen > timeoutMillis) {
                state.suspected = true;
                state.suspicions++;
                for (Consumer<String> listener : suspects) {
                    listener.accept(e.getKey());
                }
            }
        }
        alive = countAlive();
        if (rounds % 1000 == 0) {
            nodes.values().removeIf(s -> s.suspected && s.suspicions > 10);
        }
    }

    private int countAlive() {
        int n = 0;
        for (NodeState s : nodes.values()) {
            if (!s.suspected) {
                n++;
            }
        }
        return n;
    }

    public int alive() {
        return alive;
    }

    public void stop() {
        scheduler.shutdownNow();
    }

    private static final class NodeState {
        long lastSeen;
        long load;
        boolean suspected;
        int suspicions;
    }

    private record Beat(String node, long load, long at) {
    }
}
