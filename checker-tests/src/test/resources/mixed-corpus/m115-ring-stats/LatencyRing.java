package latency;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The last latencies of an endpoint with derived figures; recorded by I/O threads. */
public abstract class LatencyRing {

    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    protected final Lock readLock = rw.readLock();
    protected final Lock writeLock = rw.writeLock();
    private final long[] ring;
    private int next;
    private int filled;
    private long sum;

    protected LatencyRing(int size) {
        ring = new long[size];
    }

    public final void record(long nanos) {
        writeLock.lock();
        try {
            long evicted = filled == ring.length ? ring[next] : -1;
            if (evicted >= 0) {
                sum -= evicted;
            } else {
                filled++;
            }
            ring[next] = nanos;
            sum += nanos;
            next = next + 1 == ring.length ? 0 : next + 1;
            onRecord(nanos, evicted);
        } finally {
            writeLock.unlock();
        }
    }

    /** Called with the write lock held. */
    protected abstract void onRecord(long nanos, long evicted);

    public double mean() {
        readLock.lock();
        try {
            return filled == 0 ? 0 : (double) sum / filled;
        } finally {
            readLock.unlock();
        }
    }

    public long percentile(double p) {
        long[] copy;
        readLock.lock();
        try {
            copy = Arrays.copyOf(ring, filled);
        } finally {
            readLock.unlock();
        }
        Arrays.sort(copy);
        return copy.length == 0 ? 0 : copy[(int) Math.min(copy.length - 1, p * copy.length)];
    }
}
