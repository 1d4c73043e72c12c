package net.gatekeeper.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

interface Limiter {
    boolean tryAcquire(int permits);
}

/** Called by the HTTP worker threads before each request. */
final class LimiterRegistry {
    private final Map<String, Limiter> byClient = new ConcurrentHashMap<>();
    private final LongAdder rejected = new LongAdder();

    boolean admit(String client) {
        Limiter limiter = byClient.computeIfAbsent(client,
                c -> c.startsWith("partner-")
                        ? new ArrivalLimiter(100, 20, System::nanoTime)
                        : new TokenBucket(50, 10, System::nanoTime));
        boolean ok = limiter.tryAcquire(1);
        if (!ok) {
            rejected.increment();
        }
        return ok;
    }

    long rejected() {
        return rejected.sum();
    }
}
