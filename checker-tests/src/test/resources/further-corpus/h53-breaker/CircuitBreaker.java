package breaker;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Stops calling a failing service for a while. One breaker guards a service for all callers. */
public class CircuitBreaker {

    public enum State { CLOSED, OPEN, HALF_OPEN, DISABLED }

    private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final int threshold;
    private final Duration cooldown;
    private final Clock clock;
    private volatile long openedAt;

    public CircuitBreaker(int threshold, Duration cooldown, Clock clock) {
        this.threshold = threshold;
        this.cooldown = cooldown;
        this.clock = clock;
    }

    public <T> T call(Callable<T> action, T fallback) throws Exception {
        if (!permit()) {
            rejected.incrementAndGet();
            return fallback;
        }
        long start = clock.millis();
        try {
            T result = action.call();
            onSuccess(clock.millis() - start);
            return result;
        } catch (Exception e) {
            onFailure();
            throw e;
        }
    }

    private boolean permit() {
        switch (state.get()) { // RACE atomic-get-then-set #1
            case OPEN:
                if (clock.millis() - openedAt < cooldown.toMillis()) {
                    return false;
                }
                state.set(State.HALF_OPEN); // RACE atomic-get-then-set #1
                return true;
            case HALF_OPEN:
                return false;
            default:
                return true;
        }
    }

    private void onSuccess(long millis) {
        slowest.accumulateAndGet(millis, Math::max);
        if (state.compareAndSet(State.HALF_OPEN, State.CLOSED)) {
            failures.set(0); // MAYBE
        }
    }

    private void onFailure() {
        if (state.compareAndSet(State.HALF_OPEN, State.OPEN)) {
            openedAt = clock.millis();
            return;
        }
        if (failures.incrementAndGet() == threshold && state.compareAndSet(State.CLOSED, State.OPEN)) {
            openedAt = clock.millis();
        }
    }

    /** Forgets half of the failures; called by a timer every minute. */
    public void decay() {
        int now = failures.get(); // RACE atomic-get-then-set #2
        failures.set(now / 2); // RACE atomic-get-then-set #2
    }

    public void decaySlowest() {
        long seen;
        do {
            seen = slowest.get();
        } while (!slowest.compareAndSet(seen, seen / 2));
    }

    public long drainRejected() {
        return rejected.getAndSet(0);
    }

    public void disable() {
        state.set(State.DISABLED);
    }

    public State state() {
        return state.get();
    }
}
