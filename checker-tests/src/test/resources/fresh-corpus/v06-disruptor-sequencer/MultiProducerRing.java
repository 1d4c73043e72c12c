package v06disruptorsequencer;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Bounded ring of preallocated events, written by many producers and read by one {@link BatchProcessor}.
 */
public final class MultiProducerRing<E extends RingEvent> {
    private final int mask;
    private final int shift;
    private final Object[] entries;
    private final AtomicIntegerArray available;
    private final AtomicLong cursor = new AtomicLong(-1);
    private final AtomicLong gatingCache = new AtomicLong(-1);
    private final AtomicLong consumer = new AtomicLong(-1);

    public MultiProducerRing(int size, java.util.function.Supplier<E> factory) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be a power of 2");
        }
        this.mask = size - 1;
        this.shift = Integer.numberOfTrailingZeros(size);
        this.entries = new Object[size];
        this.available = new AtomicIntegerArray(size);
        for (int i = 0; i < size; i++) {
            entries[i] = factory.get();
            available.set(i, -1);
        }
    }

    /** Claims the next slot; the claimer may fill the event until it publishes it. */
    public long next() {
        long current;
        long next;
        do {
            current = cursor.get();
            next = current + 1;
            long wrapPoint = next - entries.length;
            long cached = gatingCache.get();
            if (wrapPoint > cached) {
                long gating = consumer.get();
                if (wrapPoint > gating) {
                    LockSupport.parkNanos(1);
                    current = Long.MIN_VALUE;
                    continue;
                }
                gatingCache.set(gating);
            }
        } while (!cursor.compareAndSet(current, next));
        return next;
    }

    @SuppressWarnings("unchecked")
    public E get(long sequence) {
        return (E) entries[(int) sequence & mask];
    }

    public void publish(long sequence) {
        available.set((int) sequence & mask, (int) (sequence >>> shift));
    }

    boolean isAvailable(long sequence) {
        return available.get((int) sequence & mask) == (int) (sequence >>> shift);
    }

    /** Convenience for callers: claims, fills and publishes one event. */
    public void publishEvent(int amount) {
        long seq = next();
        try {
            RingEvent e = get(seq);
            e.amount += amount;
            e.hops++;
        } finally {
            publish(seq);
        }
    }

    AtomicLong consumerSequence() {
        return consumer;
    }
}
