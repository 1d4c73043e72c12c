package net.gatekeeper.limit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Token bucket of one API client; every request of that client passes here. */
final class TokenBucket implements Limiter {
    private final long capacity;
    private final long refillNanos;
    private final LongSupplier clock;
    private final AtomicLong tokens;
    private final AtomicLong lastRefill;

    TokenBucket(long capacity, long perSecond, LongSupplier clock) {
        this.capacity = capacity;
        this.refillNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.clock = clock;
        this.tokens = new AtomicLong(capacity);
        this.lastRefill = new AtomicLong(clock.getAsLong());
    }

    @Override
    public boolean tryAcquire(int permits) {
        refill();
        long available = tokens.get(); // RACE atomic-compound #1
        if (available < permits) {
            return false;
        }
        tokens.set(available - permits); // RACE atomic-compound #1
        return true;
    }

    private void refill() {
        long now = clock.getAsLong();
        long last = lastRefill.get();
        long fresh = (now - last) / refillNanos;
        if (fresh > 0 && lastRefill.compareAndSet(last, last + fresh * refillNanos)) {
            tokens.accumulateAndGet(fresh, (have, add) -> Math.min(capacity, have + add));
        }
    }

    long available() {
        return tokens.get();
    }
}

/** Generic cell rate: one theoretical arrival time instead of tokens. */
final class ArrivalLimiter implements Limiter {
    private final long interval;
    private final long burst;
    private final LongSupplier clock;
    private final AtomicLong arrival = new AtomicLong(Long.MIN_VALUE / 2);

    ArrivalLimiter(long perSecond, int burst, LongSupplier clock) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.burst = burst * interval;
        this.clock = clock;
    }

    @Override
    public boolean tryAcquire(int permits) {
        long expected;
        long next;
        do {
            expected = arrival.get();
            long now = clock.getAsLong();
            next = Math.max(expected, now) + permits * interval;
            if (next - now > burst) {
                return false;
            }
        } while (!arrival.compareAndSet(expected, next));
        return true;
    }
}
