package windowlimiter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

class FixedWindow implements WindowLimiter {

    private final AtomicInteger used = new AtomicInteger();
    private final int limit;
    private final long windowMillis;
    private final LongSupplier clock;
    private volatile long windowStart;

    FixedWindow(int limit, long windowMillis, LongSupplier clock) {
        this.limit = limit;
        this.windowMillis = windowMillis;
        this.clock = clock;
        this.windowStart = clock.getAsLong();
    }

    @Override
    public boolean allow() {
        long now = clock.getAsLong();
        if (now - windowStart >= windowMillis) { // RACE check-then-act #1
            windowStart = now; // RACE check-then-act #1
            used.set(0); // RACE check-then-act #1
        }
        return used.incrementAndGet() <= limit;
    }
}
