package k15;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** The same for the geo replicator. */
public class ReplicatorConsumer {
    private static final AtomicIntegerFieldUpdater<ReplicatorConsumer> PENDING =
            AtomicIntegerFieldUpdater.newUpdater(ReplicatorConsumer.class, "pendingMessages");
    private volatile int pendingMessages = 0;
    private volatile int failedReads;
    private final int queueSize;

    public ReplicatorConsumer(int queueSize) {
        this.queueSize = queueSize;
    }

    public int reserve(int wanted) {
        int free = queueSize - PENDING.get(this); // RACE atomic-compound #1
        int granted = Math.min(free, wanted);
        if (granted > 0) {
            PENDING.set(this, PENDING.get(this) + granted); // RACE atomic-compound #1
        }
        return granted;
    }

    public void sendComplete(Exception failure) {
        PENDING.decrementAndGet(this);
        if (failure != null) {
            failedReads = failedReads + 1; // RACE rmw #2
        }
    }

    public int failedReads() {
        return failedReads;
    }
}
