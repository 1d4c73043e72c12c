package org.rebound.retry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits retries to a share of the regular traffic.
 *
 * @implSpec thread-safe, one instance per backend
 */
public class RetryBudget {
    private static final int SCALE = 10;

    private final AtomicInteger balance = new AtomicInteger(100 * SCALE);
    private final AtomicLong denied = new AtomicLong();
    private final int ceiling;
    private volatile long lastDenied;

    public RetryBudget(int ceiling) {
        this.ceiling = ceiling;
    }

    public void deposit() {
        balance.updateAndGet(b -> Math.min(ceiling * SCALE, b + 1));
    }

    public boolean tryWithdraw() {
        if (balance.get() >= SCALE) { // RACE atomic-compound #1
            balance.addAndGet(-SCALE); // RACE atomic-compound #1
            return true;
        }
        denied.incrementAndGet();
        lastDenied = System.currentTimeMillis();
        return false;
    }

    public long denied() {
        return denied.get();
    }

    public long lastDenied() {
        return lastDenied;
    }
}
