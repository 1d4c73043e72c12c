package io.sluice.limits;

/** Leaky bucket guarded by its monitor. */
public class LeakyBucket implements Limiter {
    private final long leakPerSecond;
    private final long capacity;
    private long level;
    private long lastLeak = System.currentTimeMillis();

    public LeakyBucket(long leakPerSecond, long capacity) {
        this.leakPerSecond = leakPerSecond;
        this.capacity = capacity;
    }

    @Override
    public boolean tryAcquire(int permits) {
        long after;
        synchronized (this) {
            leak();
            after = level + permits;
        }
        if (after > capacity) {
            return false;
        }
        synchronized (this) {
            level = after; // RACE split-section #2
        }
        return true;
    }

    /** Waits until the permits fit. */
    public synchronized void acquire(int permits) throws InterruptedException {
        leak();
        while (level + permits > capacity) {
            wait(50);
            leak();
        }
        level += permits;
    }

    private void leak() {
        long now = System.currentTimeMillis();
        long leaked = (now - lastLeak) * leakPerSecond / 1000;
        if (leaked > 0) {
            level = Math.max(0, level - leaked);
            lastLeak = now;
        }
    }
}
