package tokenbucket;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class TenantLimiter {

    private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final double defaultRate;

    public TenantLimiter(double defaultRate) {
        this.defaultRate = defaultRate;
    }

    public boolean allow(String tenant) {
        return bucket(tenant).tryAcquire(1);
    }

    public void cancel(String tenant) {
        TokenBucket b = buckets.get(tenant);
        if (b != null) {
            b.giveBack(1);
        }
    }

    private TokenBucket bucket(String tenant) {
        TokenBucket b = buckets.get(tenant);
        if (b == null) {
            b = buckets.computeIfAbsent(tenant, t -> TokenBucket.builder().perSecond(defaultRate).build());
        }
        return b;
    }
}
