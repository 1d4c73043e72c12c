package v06disruptorsequencer;

import java.util.concurrent.atomic.AtomicBoolean;

/** The one consumer of a ring. */
public class BatchProcessor implements Runnable {
    private final MultiProducerRing<RingEvent> ring;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean halted;
    private long total;
    private long events;
    private volatile long lastBatchSize;

    public BatchProcessor(MultiProducerRing<RingEvent> ring) {
        this.ring = ring;
    }

    @Override
    public void run() {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("Thread is already running");
        }
        long next = ring.consumerSequence().get() + 1;
        try {
            while (!halted) {
                long begin = next;
                while (ring.isAvailable(next)) {
                    RingEvent e = ring.get(next);
                    total += e.amount;
                    events++;
                    e.clear();
                    next++;
                }
                if (begin == next) {
                    Thread.onSpinWait();
                } else {
                    ring.consumerSequence().set(next - 1);
                    lastBatchSize = next - begin;
                }
            }
        } finally {
            running.set(false);
        }
    }

    public void halt() {
        halted = true;
    }

    public long lastBatchSize() {
        return lastBatchSize;
    }
}
