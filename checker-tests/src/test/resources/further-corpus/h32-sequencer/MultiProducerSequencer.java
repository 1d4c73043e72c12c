package sequencer;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** Suitable for use for sequencing across multiple publisher threads. */
final class MultiProducerSequencer implements Sequencer {

    private final int bufferSize;
    private final int indexMask;
    private final int indexShift;
    private final Sequence cursor = new Sequence(Sequence.INITIAL_VALUE);
    private final Sequence gatingCache = new Sequence(Sequence.INITIAL_VALUE);
    private final Sequence gating;
    private final Sequence rejected = new Sequence(0);
    private final AtomicIntegerArray available;

    MultiProducerSequencer(int bufferSize, Sequence gating) {
        this.bufferSize = bufferSize;
        this.indexMask = bufferSize - 1;
        this.indexShift = Integer.numberOfTrailingZeros(bufferSize);
        this.gating = gating;
        this.available = new AtomicIntegerArray(bufferSize);
        for (int i = 0; i < bufferSize; i++) {
            available.set(i, -1);
        }
    }

    @Override
    public long next(int n) {
        long current = cursor.getAndAdd(n);
        long nextSequence = current + n;
        long wrapPoint = nextSequence - bufferSize;
        long cached = gatingCache.get();
        if (wrapPoint > cached || cached > current) {
            long min;
            while (wrapPoint > (min = gating.get())) {
                LockSupport.parkNanos(1L);
            }
            gatingCache.set(min);
        }
        return nextSequence;
    }

    long tryNext(int n) {
        long current;
        long next;
        do {
            current = cursor.get();
            next = current + n;
            if (next - bufferSize > gating.get()) {
                rejected.addAndGet(1);
                return -1;
            }
        } while (!cursor.compareAndSet(current, next));
        return next;
    }

    @Override
    public void publish(long lo, long hi) {
        for (long l = lo; l <= hi; l++) {
            available.set((int) l & indexMask, (int) (l >>> indexShift));
        }
    }

    @Override
    public boolean isAvailable(long sequence) {
        return available.get((int) sequence & indexMask) == (int) (sequence >>> indexShift);
    }
}
