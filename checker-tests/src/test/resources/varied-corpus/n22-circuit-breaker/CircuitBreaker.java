package resil.guard;

import java.util.concurrent.Callable;

/** Shared by all callers of one remote service. */
public class CircuitBreaker {
    private final int threshold;
    private final long openMillis;
    private volatile int failures;
    private volatile long openedAt;
    private volatile boolean open;
    private volatile int trips;

    public CircuitBreaker(int threshold, long openMillis) {
        this.threshold = threshold;
        this.openMillis = openMillis;
    }

    public <T> T call(Callable<T> body, T fallback) {
        if (open && System.currentTimeMillis() - openedAt < openMillis) {
            return fallback;
        }
        try {
            T result = body.call();
            onSuccess();
            return result;
        } catch (Exception e) {
            onFailure();
            return fallback;
        }
    }

    private void onSuccess() {
        failures = 0; // MAYBE
        open = false; // MAYBE
    }

    private void onFailure() {
        final int now = failures + 1; // RACE atomic-compound #1
        failures = now; // RACE atomic-compound #1
        if (now >= threshold && !open) { // RACE check-then-act #2
            open = true; // RACE check-then-act #2
            openedAt = System.currentTimeMillis();
            trips++; // RACE atomic-compound
        }
    }

    public int trips() {
        return trips;
    }
}
