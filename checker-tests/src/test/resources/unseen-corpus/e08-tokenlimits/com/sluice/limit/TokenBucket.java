package com.sluice.limit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Lock-free token bucket: the whole state is one immutable record. */
public final class TokenBucket {
    private record State(double tokens, long at) {}

    private final AtomicReference<State> state;
    private final LongSupplier clock;
    private final double perNano;
    private final double burst;

    public TokenBucket(double perSecond, double burst, LongSupplier clock) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.clock = clock;
        this.state = new AtomicReference<>(new State(burst, clock.getAsLong()));
    }

    public boolean tryTake(double n) {
        while (true) {
            State s = state.get();
            long now = clock.getAsLong();
            double available = Math.min(burst, s.tokens() + (now - s.at()) * perNano);
            if (available < n) {
                return false;
            }
            if (state.compareAndSet(s, new State(available - n, now))) {
                return true;
            }
        }
    }
}
