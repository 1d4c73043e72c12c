package com.sluice.limit;

/** Paces callers; each reserves the next slot and sleeps until then outside of the lock. */
public final class LeakyQueue {
    private final Object mutex = new Object();
    private final long interval;
    private long nextFree;
    private long waited;

    public LeakyQueue(long intervalNanos) {
        this.interval = intervalNanos;
    }

    public void pace() throws InterruptedException {
        long wait;
        synchronized (mutex) {
            long now = System.nanoTime();
            if (nextFree < now) {
                nextFree = now;
            }
            wait = nextFree - now;
            nextFree += interval;
            waited += wait;
        }
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000L, (int) (wait % 1_000_000L));
        }
    }

    public long waited() {
        synchronized (mutex) {
            return waited;
        }
    }
}
