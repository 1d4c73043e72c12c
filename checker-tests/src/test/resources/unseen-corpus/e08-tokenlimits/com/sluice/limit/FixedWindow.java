package com.sluice.limit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Counts calls in windows of fixed length. Called by every worker of the gateway. */
public final class FixedWindow {
    private final AtomicInteger used = new AtomicInteger();
    private final LongSupplier clock;
    private final long length;
    private final int limit;
    private volatile long windowEnd;

    public FixedWindow(int limit, long length, LongSupplier clock) {
        this.limit = limit;
        this.length = length;
        this.clock = clock;
        this.windowEnd = clock.getAsLong() + length;
    }

    public boolean tryAcquire() {
        long now = clock.getAsLong();
        if (now >= windowEnd) { // RACE atomic-compound #1
            windowEnd = now + length; // RACE atomic-compound #1
            used.set(0); // RACE atomic-compound #1
        }
        return used.incrementAndGet() <= limit;
    }
}
