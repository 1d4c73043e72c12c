package sequencer;

import java.util.concurrent.locks.LockSupport;

/** Coordinator for claiming slots. Not safe for use from multiple threads as it implements no barriers. */
final class SingleProducerSequencer implements Sequencer {

    private final int bufferSize;
    private final Sequence cursor = new Sequence(Sequence.INITIAL_VALUE);
    private final Sequence gating;
    private long nextValue = Sequence.INITIAL_VALUE;
    private long cachedValue = Sequence.INITIAL_VALUE;

    SingleProducerSequencer(int bufferSize, Sequence gating) {
        this.bufferSize = bufferSize;
        this.gating = gating;
    }

    @Override
    public long next(int n) {
        long nextSequence = nextValue + n;
        long wrapPoint = nextSequence - bufferSize;
        if (wrapPoint > cachedValue) {
            long min;
            while (wrapPoint > (min = gating.get())) {
                LockSupport.parkNanos(1L);
            }
            cachedValue = min;
        }
        nextValue = nextSequence;
        return nextSequence;
    }

    @Override
    public void publish(long lo, long hi) {
        cursor.set(hi);
    }

    @Override
    public boolean isAvailable(long sequence) {
        return sequence <= cursor.get();
    }
}
