package breaker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Circuit breaker, shared by all callers of a remote service. */
public class CircuitBreaker {

    private final int threshold;
    private final int probes;
    private final Duration openFor;
    private final AtomicReference<State> state = new AtomicReference<>(new Closed(new AtomicInteger()));
    private volatile long transitions;
    private volatile Throwable lastFailure;

    public CircuitBreaker(int threshold, int probes, Duration openFor) {
        this.threshold = threshold;
        this.probes = probes;
        this.openFor = openFor;
    }

    public <T> T call(Callable<T> action) throws Exception {
        State admitted = admit();
        if (admitted == null) {
            throw new IllegalStateException("open", lastFailure);
        }
        try {
            T result = action.call();
            onSuccess(admitted);
            return result;
        } catch (Exception e) {
            lastFailure = e;
            onFailure(admitted);
            throw e;
        }
    }

    private State admit() {
        while (true) {
            State current = state.get();
            if (current instanceof Closed) {
                return current;
            } else if (current instanceof Open open) {
                if (System.nanoTime() - open.since() < openFor.toNanos()) {
                    return null;
                }
                moveTo(open, new HalfOpen(new AtomicInteger(probes), new AtomicInteger()));
            } else if (current instanceof HalfOpen half) {
                return takePermit(half) ? half : null;
            }
        }
    }

    private boolean takePermit(HalfOpen half) {
        int left;
        do {
            left = half.permits().get();
            if (left == 0) {
                return false;
            }
        } while (!half.permits().compareAndSet(left, left - 1));
        return true;
    }

    private void onSuccess(State seen) {
        if (seen instanceof Closed closed) {
            closed.failures().set(0);
        } else if (seen instanceof HalfOpen half && half.succeeded().incrementAndGet() == probes) {
            moveTo(half, new Closed(new AtomicInteger()));
        }
    }

    private void onFailure(State seen) {
        if (seen instanceof Closed closed) {
            if (closed.failures().incrementAndGet() >= threshold) {
                moveTo(closed, new Open(System.nanoTime()));
            }
        } else if (seen instanceof HalfOpen) {
            moveTo(seen, new Open(System.nanoTime()));
        }
    }

    private void moveTo(State from, State to) {
        if (state.compareAndSet(from, to)) {
            transitions++; // RACE rmw #1
        }
    }

    /** Operator switch: opens the breaker unless it is open already. */
    public void trip() {
        if (!(state.get() instanceof Open)) {
            state.set(new Open(System.nanoTime())); // MAYBE
        }
    }

    public long transitions() {
        return transitions;
    }

    sealed interface State permits Closed, Open, HalfOpen {
    }

    record Closed(AtomicInteger failures) implements State {
    }

    record Open(long since) implements State {
    }

    record HalfOpen(AtomicInteger permits, AtomicInteger succeeded) implements State {
    }
}
