package v10bucket4jsynchronized;

import v10bucket4jsynchronized.AbstractBucket.BucketState;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Bucket with pessimistic synchronisation; see {@link BucketState} for the arithmetic. */
public class SynchronizedBucket extends AbstractBucket {
    private final Lock lock = new ReentrantLock();
    private BucketState state;

    public SynchronizedBucket(long capacity, long refillPerSecond) {
        this.state = new BucketState(capacity, refillPerSecond, System.nanoTime());
    }

    @Override
    protected <T> T execute(Command<T> command) {
        Objects.requireNonNull(command);
        lock.lock();
        try {
            return command.run(state, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    public void replaceConfiguration(long capacity, long refill) {
        lock.lock();
        try {
            BucketState next = new BucketState(capacity, refill, System.nanoTime());
            next.tokens = Math.min(capacity, state.tokens);
            next.consumed += state.consumed;
            state = next;
        } finally {
            lock.unlock();
        }
    }
}
