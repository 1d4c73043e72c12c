package org.example.hystrix;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

class RollingMetrics {
    static final int SUCCESS = 0;
    static final int FAILURE = 1;

    private static final class Bucket {
        final long windowStart;
        final long[] counts = new long[2];
        final LongAdder total = new LongAdder();

        Bucket(long windowStart) {
            this.windowStart = windowStart;
        }
    }

    private final ReentrantLock newBucketLock = new ReentrantLock();
    private volatile Bucket current = new Bucket(System.currentTimeMillis());
    private int rolled;

    private Bucket getCurrentBucket() {
        long now = System.currentTimeMillis();
        Bucket b = current;
        if (now < b.windowStart + 1000) {
            return b;
        }
        if (newBucketLock.tryLock()) {
            try {
                b = current;
                if (now >= b.windowStart + 1000) {
                    b = new Bucket(now);
                    current = b;
                    rolled++;
                }
            } finally {
                newBucketLock.unlock();
            }
        }
        return b;
    }

    void mark(int event) {
        Bucket b = getCurrentBucket();
        b.counts[event]++; // RACE rmw
        b.total.increment();
    }

    void reset() {
        newBucketLock.lock();
        try {
            current = new Bucket(System.currentTimeMillis());
            rolled = 0;
        } finally {
            newBucketLock.unlock();
        }
    }

    int errorPercentage() {
        Bucket b = current;
        long total = b.total.sum();
        return total < 20 ? 0 : (int) (100 * b.counts[FAILURE] / total);
    }
}
