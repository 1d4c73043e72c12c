package org.example.ignite.cache;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/** Read by the monitoring, written by the partition threads and by user threads. */
public class NearCacheStats {

    private static final AtomicIntegerFieldUpdater<NearCacheStats> OWNED =
            AtomicIntegerFieldUpdater.newUpdater(NearCacheStats.class, "ownedEntries");

    private volatile int ownedEntries;
    private volatile long misses;
    private final LongAdder hits = new LongAdder();
    private volatile long lastInvalidation;
    private volatile int invalidations;

    void hit() {
        hits.increment();
    }

    void miss() {
        ++misses; // RACE rmw
    }

    void entryAdded() {
        OWNED.incrementAndGet(this);
    }

    void entryRemoved() {
        OWNED.decrementAndGet(this);
        lastInvalidation = System.currentTimeMillis();
        invalidations = invalidations + 1; // RACE rmw
    }

    public double ratio() {
        long m = misses;
        long h = hits.sum();
        return m + h == 0 ? 0 : (double) h / (m + h);
    }

    @Override
    public String toString() {
        return "owned=" + ownedEntries + " ratio=" + ratio() + " invalidations=" + invalidations + " last=" + lastInvalidation;
    }
}
