package limiter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Rate limiter with an immutable state advanced by compare-and-set. Shared by all callers. */
public class AtomicRateLimiter {

    private final long start = System.nanoTime();
    private final AtomicReference<State> state;
    private final AtomicInteger waiting = new AtomicInteger();

    public AtomicRateLimiter(Config config) {
        state = new AtomicReference<>(new State(config, 0, config.limit(), 0));
    }

    public boolean acquire(int permits, long timeoutNanos) {
        State next = update(timeoutNanos, permits);
        if (next.nanosToWait() <= 0) {
            return true;
        }
        if (next.nanosToWait() > timeoutNanos) {
            return false;
        }
        waiting.incrementAndGet();
        try {
            long until = System.nanoTime() + next.nanosToWait();
            long left;
            while ((left = until - System.nanoTime()) > 0) {
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(left);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Changes the limit; current permits stay. */
    public void changeLimit(int limit) {
        state.updateAndGet(s -> new State(new Config(s.config().periodNanos(), limit), s.cycle(),
                s.permits(), s.nanosToWait()));
    }

    /** Stops the current period. */
    public void drain() {
        State prev;
        State next;
        do {
            prev = state.get();
            next = advance(prev, 0, Math.max(prev.permits(), 0));
        } while (!state.compareAndSet(prev, next));
    }

    /** Gives permits of an aborted call back. */
    public void refund(int permits) {
        change(s -> new State(s.config(), s.cycle(), Math.min(s.config().limit(), s.permits() + permits), 0));
    }

    private void change(UnaryOperator<State> f) {
        State old = state.get();
        State next = f.apply(old);
        state.set(next); // RACE atomic-compound #1
    }

    private State update(long timeout, int permits) {
        State prev;
        State next;
        do {
            prev = state.get();
            next = advance(prev, timeout, permits);
        } while (!compareAndSet(prev, next));
        return next;
    }

    private boolean compareAndSet(State current, State next) {
        if (state.compareAndSet(current, next)) {
            return true;
        }
        LockSupport.parkNanos(1);
        return false;
    }

    private State advance(State s, long timeout, int wanted) {
        long period = s.config().periodNanos();
        long now = System.nanoTime() - start;
        long cycle = now / period;
        int permits = s.permits();
        if (cycle > s.cycle()) {
            long grown = (cycle - s.cycle()) * s.config().limit() + permits;
            permits = (int) Math.min(grown, s.config().limit());
        }
        long wait = permits >= wanted ? 0 : (cycle + 1) * period - now;
        boolean reserve = wait <= timeout;
        return new State(s.config(), Math.max(cycle, s.cycle()), reserve ? permits - wanted : permits, wait);
    }

    public int waiting() {
        return waiting.get();
    }

    /** Settings. */
    public record Config(long periodNanos, int limit) {
    }

    private record State(Config config, long cycle, int permits, long nanosToWait) {
    }
}
