package seqno;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Global checkpoint of a replication group, kept on the primary. */
public class ReplicationTracker {

    private final Map<String, CopyState> copies = new HashMap<>();
    private final List<LongConsumer> listeners = new ArrayList<>();
    private volatile long globalCheckpoint = -1;
    private volatile long maxSeqNoOfUpdates = -1;
    private volatile Map<String, Long> retentionLeases = Map.of();

    public synchronized void addCopy(String allocation) {
        copies.put(allocation, new CopyState());
    }

    /** A copy reports its checkpoint; called by transport threads. */
    public synchronized void updateLocalCheckpoint(String allocation, long checkpoint) {
        CopyState copy = copies.get(allocation);
        if (copy == null || checkpoint <= copy.checkpoint) {
            return;
        }
        copy.checkpoint = checkpoint;
        long min = Long.MAX_VALUE;
        for (CopyState c : copies.values()) {
            min = Math.min(min, c.checkpoint);
        }
        if (min > globalCheckpoint) {
            globalCheckpoint = min;
            for (LongConsumer l : listeners) {
                l.accept(min);
            }
        }
    }

    /** A replica learns the checkpoint from the primary. */
    public void updateFromPrimary(long checkpoint) {
        if (checkpoint > globalCheckpoint) { // RACE wrong-lock #1
            globalCheckpoint = checkpoint; // RACE wrong-lock #1
        }
    }

    /** Called before an update or delete is indexed. */
    public void advanceMaxSeqNoOfUpdates(long seqNo) {
        long current = maxSeqNoOfUpdates;
        maxSeqNoOfUpdates = Math.max(current, seqNo); // RACE rmw #2
    }

    public void renewLease(String id, long retaining) {
        synchronized (this) {
            retentionLeases = with(id, retaining);
        }
    }

    private Map<String, Long> with(String id, long retaining) {
        Map<String, Long> copy = new HashMap<>(retentionLeases);
        copy.put(id, retaining);
        return Map.copyOf(copy);
    }

    public synchronized void onGlobalCheckpoint(LongConsumer listener) {
        listeners.add(listener);
    }

    public long globalCheckpoint() {
        return globalCheckpoint;
    }

    public long maxSeqNoOfUpdates() {
        return maxSeqNoOfUpdates;
    }

    private static final class CopyState {
        long checkpoint = -1;
    }
}
