package net.gateworks.limit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

public class CasTokenBucket {
    private record State(long tokens, long lastRefill) {}

    private final long capacity;
    private final long nanosPerToken;
    private final AtomicReference<State> state;
    private final AtomicLong denied = new AtomicLong();

    public CasTokenBucket(long capacity, long perSecond) {
        this.capacity = capacity;
        this.nanosPerToken = 1_000_000_000L / perSecond;
        this.state = new AtomicReference<>(new State(capacity, System.nanoTime()));
    }

    public boolean tryAcquire(int permits) {
        for (;;) {
            State old = state.get();
            long now = System.nanoTime();
            long fresh = (now - old.lastRefill()) / nanosPerToken;
            long available = Math.min(capacity, old.tokens() + fresh);
            if (available < permits) {
                denied.incrementAndGet();
                return false;
            }
            State next = new State(available - permits, old.lastRefill() + fresh * nanosPerToken);
            if (state.compareAndSet(old, next)) {
                return true;
            }
        }
    }

    public long denied() {
        return denied.get();
    }
}
