package brokerqueue;

import java.util.concurrent.atomic.AtomicLong;

public class DestinationStatistics {

    private final AtomicLong enqueues = new AtomicLong();
    private final AtomicLong dequeues = new AtomicLong();
    private final AtomicLong consumers = new AtomicLong();

    void enqueued() {
        enqueues.incrementAndGet();
    }

    void dequeued() {
        dequeues.incrementAndGet();
    }

    void consumerAdded() {
        consumers.incrementAndGet();
    }

    void consumerRemoved() {
        consumers.decrementAndGet();
    }

    public void reset() {
        enqueues.set(0);
        dequeues.set(0);
    }
}
