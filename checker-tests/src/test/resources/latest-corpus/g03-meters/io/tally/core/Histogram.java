package io.tally.core;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Fixed-bucket histogram; recorded from request threads. */
public final class Histogram {
    private final long[] bounds;
    private final AtomicLongArray counts;
    private final AtomicLong max = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
    private final LongAdder total = new LongAdder();

    Histogram(long... bounds) {
        this.bounds = bounds.clone();
        this.counts = new AtomicLongArray(bounds.length + 1);
    }

    public void record(long value) {
        counts.getAndIncrement(bucketOf(value));
        total.add(value);
        max.accumulateAndGet(value, Math::max);
        if (value < min.get()) {
            min.set(value); // RACE atomic-get-then-set #1
        }
    }

    private int bucketOf(long value) {
        int i = Arrays.binarySearch(bounds, value);
        return i < 0 ? -i - 1 : i;
    }

    /** Copies the counts; the copy is private to the caller. */
    public long[] snapshot() {
        long[] copy = new long[counts.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] += counts.get(i);
        }
        return copy;
    }

    public long max() {
        return max.get();
    }

    public long min() {
        return min.get();
    }

    public long sum() {
        return total.sum();
    }
}
