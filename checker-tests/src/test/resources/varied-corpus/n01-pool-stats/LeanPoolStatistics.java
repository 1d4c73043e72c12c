package io.brisk.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

class LeanPoolStatistics {
    private final LongAdder borrowed = new LongAdder();
    private final LongAdder waitNanos = new LongAdder();
    private final AtomicInteger active = new AtomicInteger();
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0L);
    private volatile long lastBorrowMillis;

    void onBorrow(long waited) {
        borrowed.increment();
        waitNanos.add(waited);
        lastBorrowMillis = System.currentTimeMillis();
        peak.accumulate(active.incrementAndGet());
    }

    void onReturn() {
        active.decrementAndGet();
    }

    long peakActive() {
        return peak.get();
    }

    double averageWaitMicros() {
        long n = borrowed.sum();
        return n == 0 ? 0d : waitNanos.sum() / 1_000d / n;
    }

    long lastBorrowMillis() {
        return lastBorrowMillis;
    }
}
