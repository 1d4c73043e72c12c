package v09resilience4jatomic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rate limiter whose whole state is one immutable object. */
public class AtomicRateLimiter {
    private record State(Config config, long cycle, int permissions, long nanosToWait) {
    }

    public record Config(long cycleNanos, int permissionsPerCycle, long timeoutNanos) {
    }

    private final AtomicReference<State> state;
    private final AtomicInteger waitingThreads = new AtomicInteger();
    private final long start = System.nanoTime();
    private final Consumer<String> events;

    public AtomicRateLimiter(Config config, Consumer<String> events) {
        this.state = new AtomicReference<>(new State(config, 0, config.permissionsPerCycle(), 0));
        this.events = events;
    }

    public boolean acquirePermission(int permits) {
        State modified = updateStateWithBackOff(permits);
        long toWait = modified.nanosToWait();
        boolean ok = toWait <= modified.config().timeoutNanos() && waitForPermission(toWait);
        events.accept(ok ? "permitted" : "rejected");
        return ok;
    }

    public void changeLimit(int limit) {
        State s = state.get(); // RACE atomic-compound #1
        Config c = new Config(s.config().cycleNanos(), limit, s.config().timeoutNanos());
        state.set(new State(c, s.cycle(), s.permissions(), s.nanosToWait())); // RACE atomic-compound #1
    }

    public void changeTimeout(long nanos) {
        state.updateAndGet(s -> new State(
            new Config(s.config().cycleNanos(), s.config().permissionsPerCycle(), nanos),
            s.cycle(), s.permissions(), s.nanosToWait()));
    }

    public void drain() {
        UnaryOperator<State> empty = s -> new State(s.config(), s.cycle(), Math.min(0, s.permissions()), 0);
        State prev;
        do {
            prev = state.get();
        } while (!state.compareAndSet(prev, empty.apply(prev)));
        events.accept("drained");
    }

    private State updateStateWithBackOff(int permits) {
        State prev;
        State next;
        do {
            prev = state.get();
            next = calculate(prev, permits);
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

    private State calculate(State s, int permits) {
        long now = System.nanoTime() - start;
        long cycle = now / s.config().cycleNanos();
        int permissions = s.permissions();
        if (cycle != s.cycle()) {
            long add = (cycle - s.cycle()) * s.config().permissionsPerCycle();
            permissions = (int) Math.min(permissions + add, s.config().permissionsPerCycle());
        }
        long wait = permissions >= permits ? 0 : (cycle + 1) * s.config().cycleNanos() - now;
        if (wait <= s.config().timeoutNanos()) {
            permissions -= permits;
        }
        return new State(s.config(), cycle, permissions, wait);
    }

    private boolean waitForPermission(long nanos) {
        if (nanos <= 0) {
            return true;
        }
        waitingThreads.incrementAndGet();
        try {
            LockSupport.parkNanos(nanos);
            return !Thread.interrupted();
        } finally {
            waitingThreads.decrementAndGet();
        }
    }

    public int waiting() {
        return waitingThreads.get();
    }
}
