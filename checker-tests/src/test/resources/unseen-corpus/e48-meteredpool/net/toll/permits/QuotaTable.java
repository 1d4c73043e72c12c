package net.toll.permits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Quotas per tenant and hour. */
public final class QuotaTable {
    private final ConcurrentHashMap<String, AtomicInteger> left = new ConcurrentHashMap<>();
    private final AtomicIntegerArray perHour = new AtomicIntegerArray(24);

    public boolean consume(String tenant, int hour) {
        AtomicInteger quota = left.computeIfAbsent(tenant, t -> new AtomicInteger(1000));
        int before = quota.getAndUpdate(q -> q > 0 ? q - 1 : 0);
        if (before == 0) {
            return false;
        }
        perHour.incrementAndGet(hour);
        return true;
    }

    public boolean consumeMany(String tenant, int n) {
        AtomicInteger quota = left.get(tenant);
        if (quota == null) {
            return false;
        }
        return quota.getAndUpdate(q -> q >= n ? q - n : q) >= n;
    }

    public void refill(String tenant, int n) {
        left.computeIfAbsent(tenant, t -> new AtomicInteger()).addAndGet(n);
    }

    public int hour(int h) {
        return perHour.get(h);
    }
}
