package com.chatty.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Suppresses repeated warnings. Used from wherever something goes wrong. */
public class ThrottledLog {
    private static final long INTERVAL = 10_000;

    private volatile long lastWarning;
    private volatile int suppressed;
    private final AtomicLong lastError = new AtomicLong();
    private final AtomicInteger suppressedErrors = new AtomicInteger();
    private final AtomicLong nextInfo = new AtomicLong();
    private final Map<String, Long> lastByKey = new ConcurrentHashMap<String, Long>();
    private long lastDebug;

    public void warn(String text) {
        long now = System.currentTimeMillis();
        if (now - lastWarning > INTERVAL) { // RACE check-then-act #1
            lastWarning = now; // RACE check-then-act #1
            int n = suppressed; // RACE atomic-compound #2
            suppressed = 0; // RACE atomic-compound #2
            print(text + " (" + n + " suppressed)");
        } else {
            suppressed++; // RACE atomic-compound #2
        }
    }

    public void error(String text) {
        long now = System.currentTimeMillis();
        long last = lastError.get();
        if (now - last > INTERVAL && lastError.compareAndSet(last, now)) {
            print(text + " (" + suppressedErrors.getAndSet(0) + " suppressed)");
        } else {
            suppressedErrors.incrementAndGet();
        }
    }

    public void info(String text) {
        long now = System.currentTimeMillis();
        if (nextInfo.get() <= now) { // RACE atomic-compound #3
            nextInfo.set(now + INTERVAL); // RACE atomic-compound #3
            print(text);
        }
    }

    public boolean firstWithin(String key) {
        long now = System.currentTimeMillis();
        boolean[] first = new boolean[1];
        lastByKey.compute(key, (k, last) -> {
            if (last == null || now - last > INTERVAL) {
                first[0] = true;
                return now;
            }
            return last;
        });
        return first[0];
    }

    public synchronized void debug(String text) {
        long now = System.currentTimeMillis();
        if (now - lastDebug > INTERVAL) {
            lastDebug = now;
            print(text);
        }
    }

    protected void print(String s) {
        System.err.println(s);
    }
}
