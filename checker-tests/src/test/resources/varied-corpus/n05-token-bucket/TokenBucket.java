package net.gateworks.limit;

import java.util.concurrent.atomic.AtomicLong;

/** Token bucket in front of an endpoint; called by all request threads. */
public class TokenBucket {
    private final long capacity;
    private final long nanosPerToken;
    private final AtomicLong tokens;
    private final AtomicLong lastRefill = new AtomicLong(System.nanoTime());

    public TokenBucket(long capacity, long perSecond) {
        this.capacity = capacity;
        this.nanosPerToken = 1_000_000_000L / perSecond;
        this.tokens = new AtomicLong(capacity);
    }

    public boolean tryAcquire(int permits) {
        refill();
        long available = tokens.get(); // RACE atomic-compound #1
        if (available < permits) { // RACE atomic-compound #1
            return false;
        }
        tokens.set(available - permits); // RACE atomic-compound #1
        return true;
    }

    private void refill() {
        long now = System.nanoTime();
        long last = lastRefill.get(); // RACE atomic-compound #2
        long fresh = (now - last) / nanosPerToken;
        if (fresh > 0) {
            lastRefill.set(last + fresh * nanosPerToken); // RACE atomic-compound #2
            tokens.set(Math.min(capacity, tokens.get() + fresh)); // RACE atomic-compound #3
        }
    }
}
