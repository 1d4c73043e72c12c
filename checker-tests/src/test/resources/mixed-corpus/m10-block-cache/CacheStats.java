package blocks;

import java.util.concurrent.atomic.LongAdder;

/** Counters of a {@link BlockCache}. */
public class CacheStats {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private long hitBytes;
    private long evictedBytes;

    void hit(int length) {
        hits.increment();
        hitBytes += length; // RACE wrong-lock #2
    }

    void miss() {
        misses.increment();
    }

    /** Called with the write lock of the cache held. */
    void evicted(int length) {
        evictedBytes += length;
    }

    public double hitRatio() {
        long h = hits.sum();
        long all = h + misses.sum();
        return all == 0 ? 0 : (double) h / all;
    }

    public long hitBytes() {
        return hitBytes;
    }

    public long evictedBytes() {
        return evictedBytes;
    }
}
