package transfer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Receives segments after a change of the topology. Called by transport and view threads. */
public class StateConsumer {

    private static final int NONE = -1;

    private final Object transferLock = new Object();
    private final Map<String, List<InboundTransfer>> bySource = new HashMap<>();
    private final Map<Integer, InboundTransfer> bySegment = new HashMap<>();
    private final AtomicInteger topologyInProgress = new AtomicInteger(NONE);
    private final AtomicReference<Topology> topology = new AtomicReference<>(new Topology(0, Map.of()));
    private volatile int completedTopology = NONE;

    public synchronized void onTopology(Topology next) {
        Topology previous;
        do {
            previous = topology.get();
            if (previous.id() >= next.id()) {
                return;
            }
        } while (!topology.compareAndSet(previous, next));
        topologyInProgress.set(next.id());
        BitSet lost = new BitSet();
        synchronized (transferLock) {
            for (int s : bySegment.keySet()) {
                if (!next.owners().containsKey(s)) {
                    lost.set(s);
                }
            }
            for (List<InboundTransfer> transfers : bySource.values()) {
                transfers.removeIf(t -> t.cancelSegments(lost));
            }
            bySegment.keySet().removeIf(lost::get);
        }
        next.owners().forEach((segment, owner) -> request(owner, segment));
    }

    private void request(String source, int segment) {
        InboundTransfer t;
        synchronized (transferLock) {
            if (bySegment.containsKey(segment)) {
                return;
            }
            BitSet one = new BitSet();
            one.set(segment);
            t = new InboundTransfer(source, one);
            bySegment.put(segment, t);
            bySource.computeIfAbsent(source, k -> new ArrayList<>()).add(t);
        }
        t.completion().thenRun(() -> onCompleted(t, segment));
    }

    /** Runs on the thread that delivers the last chunk. */
    private void onCompleted(InboundTransfer t, int segment) {
        bySegment.remove(segment, t); // RACE wrong-lock #2
        boolean idle;
        synchronized (transferLock) {
            List<InboundTransfer> list = bySource.get(t.source());
            if (list != null && list.remove(t) && list.isEmpty()) {
                bySource.remove(t.source());
            }
            idle = bySource.isEmpty();
        }
        if (idle) {
            int id = topologyInProgress.getAndSet(NONE);
            if (id != NONE) {
                completedTopology = id; // MAYBE
            }
        }
    }

    public void onChunk(int segment, int size, boolean last) {
        InboundTransfer t;
        synchronized (transferLock) {
            t = bySegment.get(segment);
        }
        if (t != null) {
            t.onChunk(segment, size, last);
        }
    }

    public int completedTopology() {
        return completedTopology;
    }

    /** Owners of the segments. */
    public record Topology(int id, Map<Integer, String> owners) {
    }
}
