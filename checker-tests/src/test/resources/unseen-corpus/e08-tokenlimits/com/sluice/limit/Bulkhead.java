package com.sluice.limit;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** At most {@code max} calls at a time. */
public final class Bulkhead {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final int max;
    private final int maxQueued;

    public Bulkhead(int max, int maxQueued) {
        this.max = max;
        this.maxQueued = maxQueued;
    }

    private boolean enter() {
        int n = running.get();
        while (n < max) {
            if (running.compareAndSet(n, n + 1)) {
                return true;
            }
            n = running.get();
        }
        return false;
    }

    public boolean enqueue() {
        if (queued.get() < maxQueued) { // RACE atomic-compound #2
            queued.incrementAndGet(); // RACE atomic-compound #2
            return true;
        }
        return false;
    }

    public void dequeue() {
        queued.decrementAndGet();
    }

    public <T> T call(Callable<T> body) throws Exception {
        if (!enter()) {
            throw new IllegalStateException("full");
        }
        try {
            return body.call();
        } finally {
            running.decrementAndGet();
        }
    }
}
