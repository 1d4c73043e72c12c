package io.sluice.limits;

import java.util.concurrent.atomic.AtomicReference;

/** Token bucket without locks: tokens and refill time are packed into one immutable state. */
public final class TokenBucket implements Limiter {
    private static final class State {
        final double tokens;
        final long at;

        State(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    private final double perNano;
    private final double burst;
    private final AtomicReference<State> state;

    public TokenBucket(double perSecond, double burst) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.state = new AtomicReference<>(new State(burst, System.nanoTime()));
    }

    @Override
    public boolean tryAcquire(int permits) {
        while (true) {
            State s = state.get();
            long now = System.nanoTime();
            double have = Math.min(burst, s.tokens + (now - s.at) * perNano);
            if (have < permits) {
                return false;
            }
            if (state.compareAndSet(s, new State(have - permits, now))) {
                return true;
            }
        }
    }

    /** Gives permits back after a failed call. */
    public void refund(int permits) {
        State s = state.get();
        state.set(new State(Math.min(burst, s.tokens + permits), s.at)); // RACE atomic-get-then-set #1
    }
}
