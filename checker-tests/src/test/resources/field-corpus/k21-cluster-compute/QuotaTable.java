package k21;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Per-tenant quota; the entries are plain objects that change only inside the map's functions. */
public class QuotaTable {

    private static final class Quota {
        long spent;
        Instant windowStart = Instant.now();
        final Set<String> users = new HashSet<>();

        Quota spend(String user, long n, Instant now) {
            if (windowStart.plusSeconds(60).isBefore(now)) {
                windowStart = now;
                spent = 0;
                users.clear();
            }
            spent += n;
            users.add(user);
            return this;
        }
    }

    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
    private final long limit;
    private long sweeps;

    public QuotaTable(long limit) {
        this.limit = limit;
        sweeper.scheduleAtFixedRate(this::sweep, 5, 5, TimeUnit.MINUTES);
    }

    /** Thread-safe; called by the request threads. */
    public boolean spend(String tenant, String user, long n) {
        boolean[] over = {false};
        quotas.compute(tenant, (t, q) -> {
            if (q == null) {
                q = new Quota();
            }
            if (q.spent + n > limit) {
                over[0] = true;
                return q;
            }
            return q.spend(user, n, Instant.now());
        });
        return !over[0];
    }

    public int users(String tenant) {
        int[] n = new int[1];
        quotas.computeIfPresent(tenant, (t, q) -> {
            n[0] = q.users.size();
            return q;
        });
        return n[0];
    }

    private void sweep() {
        sweeps++;
        Instant old = Instant.now().minusSeconds(600);
        for (String tenant : quotas.keySet()) {
            quotas.computeIfPresent(tenant, (t, q) -> q.windowStart.isBefore(old) ? null : q);
        }
        if (sweeps % 12 == 0) {
            System.out.println("quota table has " + quotas.size() + " tenants");
        }
    }
}
