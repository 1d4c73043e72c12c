package org.example.hystrix;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Circuit breaker of one command key, consulted by each execution of the command. */
public class CircuitBreaker {

    /** All breakers by command key. */
    public static final class Factory {
        private static final ConcurrentHashMap<String, CircuitBreaker> BY_COMMAND = new ConcurrentHashMap<>();
        private static final Map<String, Integer> SLEEP_WINDOWS = new HashMap<>();

        private Factory() {
        }

        public static CircuitBreaker getInstance(String key) {
            CircuitBreaker previous = BY_COMMAND.get(key);
            if (previous != null) {
                return previous;
            }
            CircuitBreaker fresh = new CircuitBreaker(new RollingMetrics(), sleepWindow(key));
            CircuitBreaker now = BY_COMMAND.putIfAbsent(key, fresh);
            return now == null ? BY_COMMAND.get(key) : now;
        }

        private static synchronized int sleepWindow(String key) {
            Integer w = SLEEP_WINDOWS.get(key);
            if (w == null) {
                w = Integer.getInteger("hystrix." + key + ".sleep", 5000);
                SLEEP_WINDOWS.put(key, w);
            }
            return w;
        }
    }

    private final RollingMetrics metrics;
    private final int sleepWindowMillis;
    private final AtomicBoolean circuitOpen = new AtomicBoolean(false);
    private final AtomicBoolean halfOpen = new AtomicBoolean(false);
    private final AtomicLong openedOrLastTested = new AtomicLong();
    private int timesOpened;

    CircuitBreaker(RollingMetrics metrics, int sleepWindowMillis) {
        this.metrics = metrics;
        this.sleepWindowMillis = sleepWindowMillis;
    }

    public boolean allowRequest() {
        return !isOpen() || allowSingleTest();
    }

    /** Lets exactly one request through after each sleep window. */
    public boolean allowSingleTest() {
        long last = openedOrLastTested.get();
        long now = System.currentTimeMillis();
        if (circuitOpen.get() && now > last + sleepWindowMillis) {
            return openedOrLastTested.compareAndSet(last, now);
        }
        return false;
    }

    public boolean isOpen() {
        if (circuitOpen.get()) { // RACE atomic-compound #1
            return true;
        }
        if (metrics.errorPercentage() < 50) {
            return false;
        }
        circuitOpen.set(true); // RACE atomic-compound #1
        openedOrLastTested.set(System.currentTimeMillis());
        timesOpened++; // RACE rmw
        return true;
    }

    public void markSuccess() {
        metrics.mark(RollingMetrics.SUCCESS);
        if (circuitOpen.compareAndSet(true, false)) {
            metrics.reset();
            halfOpen.set(false);
        }
    }

    public void markFailure() {
        metrics.mark(RollingMetrics.FAILURE);
    }

    @Override
    public String toString() {
        return "open=" + circuitOpen + " opened " + timesOpened + " times";
    }
}
