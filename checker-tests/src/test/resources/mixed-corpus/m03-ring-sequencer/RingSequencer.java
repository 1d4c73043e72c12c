package ring;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sequencer of a multi-producer ring. Producers claim a range of sequences,
 * fill the slots and publish them; exactly one consumer thread reads them back.
 */
public class RingSequencer {

    private final int size;
    private final int mask;
    private final int shift;
    private final AtomicLong cursor = new AtomicLong(-1);
    private final AtomicIntegerArray available;
    private volatile long gate = -1;

    public RingSequencer(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be a power of two");
        }
        this.size = size;
        this.mask = size - 1;
        this.shift = Integer.numberOfTrailingZeros(size);
        this.available = new AtomicIntegerArray(size);
        for (int i = 0; i < size; i++) {
            available.set(i, -1);
        }
    }

    /** Claims {@code n} sequences, waits for room. Returns the highest one. */
    public long next(int n) {
        long current;
        long next;
        do {
            current = cursor.get();
            next = current + n;
            if (next - size > gate) {
                LockSupport.parkNanos(1L);
                current = Long.MIN_VALUE;
                continue;
            }
        } while (current == Long.MIN_VALUE || !cursor.compareAndSet(current, next));
        return next;
    }

    /** Claims a sequence when there is room, -1 otherwise. */
    public long tryNext() {
        while (true) {
            long current = cursor.get();
            if (current + 1 - size > gate) {
                return -1;
            }
            if (cursor.compareAndSet(current, current + 1)) {
                return current + 1;
            }
        }
    }

    public void publish(long lo, long hi) {
        for (long s = lo; s <= hi; s++) {
            available.set((int) s & mask, (int) (s >>> shift));
        }
    }

    public boolean isAvailable(long sequence) {
        return available.get((int) sequence & mask) == (int) (sequence >>> shift);
    }

    /** Called by the consumer thread only. */
    void advanceGate(long upTo) {
        gate = upTo;
    }

    long gate() {
        return gate;
    }
}
