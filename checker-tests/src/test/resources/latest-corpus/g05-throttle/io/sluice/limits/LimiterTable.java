package io.sluice.limits;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One limiter per tenant. */
public class LimiterTable {
    private final ConcurrentHashMap<String, Limiter> limiters = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> denied = new ConcurrentHashMap<>();

    public boolean allow(String tenant, int cost) {
        Limiter l = limiters.computeIfAbsent(tenant, t -> new TokenBucket(100, 200));
        if (l.tryAcquire(cost)) {
            return true;
        }
        denied.compute(tenant, (t, n) -> n == null ? 1L : n + 1);
        return false;
    }

    public void replace(String tenant, Limiter limiter) {
        limiters.put(tenant, limiter);
    }

    public Map<String, Long> denials() {
        Map<String, Long> copy = new TreeMap<>();
        for (Map.Entry<String, Long> e : denied.entrySet()) {
            copy.put(e.getKey(), e.getValue());
        }
        return copy;
    }
}
