package org.example.activemq.broker.region;

/** Statistics of one destination, or of the broker as the parent of all. */
public class DestinationStatistics {

    private final DestinationStatistics parent;
    private long enqueues;
    private long dequeues;
    private int consumers;
    private long blockedSends;
    private double maxMessageSize;

    public DestinationStatistics(DestinationStatistics parent) {
        this.parent = parent;
    }

    void onEnqueue(int size) {
        enqueues++; // RACE rmw
        updateMax(size);
        if (parent != null) {
            parent.onEnqueue(size);
        }
    }

    void onDequeue() {
        synchronized (this) {
            dequeues++;
        }
        if (parent != null) {
            parent.onDequeue();
        }
    }

    private synchronized void updateMax(int size) {
        if (size > maxMessageSize) {
            maxMessageSize = size;
        }
    }

    synchronized void consumerDelta(int d) {
        consumers += d;
    }

    void sendBlocked() {
        blockedSends += 1; // RACE rmw
    }

    public synchronized String toString() {
        return enqueues + "/" + dequeues + "/" + consumers + "/" + blockedSends + "/" + maxMessageSize;
    }
}
