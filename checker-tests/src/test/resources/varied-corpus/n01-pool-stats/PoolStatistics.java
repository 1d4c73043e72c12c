package io.brisk.pool;

/**
 * Gauges and counters of one connection pool. Shared by every borrowing thread and by the
 * house keeper; fields are volatile so that the JMX thread always sees fresh numbers.
 */
class PoolStatistics {
    private volatile long borrowed;
    private volatile long returned;
    private volatile int active;
    private volatile int peakActive;
    private volatile long waitNanos;
    private volatile long lastBorrowMillis;

    void onBorrow(long waited) {
        borrowed++; // RACE atomic-compound
        waitNanos += waited; // RACE atomic-compound
        lastBorrowMillis = System.currentTimeMillis();
        int now = ++active; // RACE atomic-compound #1
        if (now > peakActive) { // RACE check-then-act #2
            peakActive = now; // RACE check-then-act #2
        }
    }

    void onReturn() {
        active = active - 1; // RACE atomic-compound #1
        returned++; // RACE atomic-compound
    }

    long inUse() {
        return borrowed - returned;
    }

    int peakActive() {
        return peakActive;
    }

    double averageWaitMicros() {
        long n = borrowed;
        return n == 0 ? 0d : waitNanos / 1_000d / n;
    }

    long lastBorrowMillis() {
        return lastBorrowMillis;
    }
}
