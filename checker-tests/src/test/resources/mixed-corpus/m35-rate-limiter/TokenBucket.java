package limiter;

import java.util.concurrent.TimeUnit;

/** Token bucket per client address, used by the gateway's request threads. */
public class TokenBucket {

    private final long capacity;
    private final double perNano;
    private volatile double tokens;
    private volatile long refilledAt = System.nanoTime();
    private volatile int rejectedInRow;
    private final Object refillLock = new Object();

    public TokenBucket(long capacity, long perSecond) {
        this.capacity = capacity;
        this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.tokens = capacity;
    }

    public boolean tryTake() {
        synchronized (refillLock) {
            refill();
        }
        if (tokens >= 1) { // RACE wrong-lock #2
            tokens = tokens - 1; // RACE wrong-lock #2
            rejectedInRow = 0;
            return true;
        }
        rejectedInRow++; // RACE rmw #3
        return false;
    }

    private void refill() {
        long now = System.nanoTime();
        double added = (now - refilledAt) * perNano;
        tokens = Math.min(capacity, tokens + added);
        refilledAt = now;
    }

    public int rejectedInRow() {
        return rejectedInRow;
    }
}
