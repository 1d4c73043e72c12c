package quota;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** Storage quotas of tenants; used by all upload threads. */
public class QuotaLedger {

    private final Map<String, AtomicLong> used = new ConcurrentHashMap<>();
    private final Map<String, Long> limits = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<String> lastRejected = new AtomicReferenceArray<>(16);
    private final AtomicLong rejections = new AtomicLong();
    private final LongAdder uploaded = new LongAdder();
    private final AtomicLong largest = new AtomicLong();
    private volatile long defaultLimit = 1L << 30;

    /** Reserves room for an upload, all or nothing. */
    public boolean reserve(String tenant, long bytes) {
        AtomicLong mine = used.computeIfAbsent(tenant, t -> new AtomicLong());
        long limit = limits.getOrDefault(tenant, defaultLimit);
        long now = mine.get();
        while (now + bytes <= limit) {
            long seen = mine.compareAndExchange(now, now + bytes);
            if (seen == now) {
                uploaded.add(bytes);
                noteLargest(bytes);
                return true;
            }
            now = seen;
        }
        rejected(tenant);
        return false;
    }

    private void noteLargest(long bytes) {
        long l = largest.get();
        while (bytes > l && !largest.compareAndSet(l, bytes)) {
            l = largest.get();
        }
    }

    private void rejected(String tenant) {
        int slot = (int) (rejections.getAndIncrement() & 15);
        lastRejected.set(slot, tenant);
    }

    /** Optimistic variant: takes the bytes first and gives them back when that was too much. */
    public boolean reserveOptimistic(String tenant, long bytes) {
        AtomicLong mine = used.computeIfAbsent(tenant, t -> new AtomicLong());
        if (mine.addAndGet(bytes) > limits.getOrDefault(tenant, defaultLimit)) {
            mine.addAndGet(-bytes);
            rejected(tenant);
            return false;
        }
        return true;
    }

    public void free(String tenant, long bytes) {
        AtomicLong mine = used.get(tenant);
        if (mine != null) {
            mine.updateAndGet(v -> Math.max(0, v - bytes));
        }
    }

    public void raise(String tenant, long by) {
        limits.compute(tenant, (t, old) -> (old == null ? defaultLimit : old) + by);
    }

    public void setDefaultLimit(long limit) {
        defaultLimit = limit;
    }

    public long largest() {
        return largest.get();
    }
}
