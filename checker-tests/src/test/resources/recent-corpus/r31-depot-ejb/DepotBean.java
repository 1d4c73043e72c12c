package r31depotejb;

import java.util.HashMap;
import java.util.Map;
import javax.annotation.PostConstruct;
import javax.ejb.Lock;
import javax.ejb.LockType;
import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.ejb.Startup;

/** Container managed concurrency: WRITE unless said otherwise. */
@Singleton
@Startup
public class DepotBean {

    private final Map<String, Integer> pallets = new HashMap<>();
    private long moves;
    private long queries;
    private int audits;

    @PostConstruct
    void fill() {
        for (int row = 0; row < 20; row++) {
            pallets.put("R" + row, 0);
        }
    }

    public int store(String row, int n) {
        Integer now = pallets.get(row);
        int next = (now == null ? 0 : now) + n;
        pallets.put(row, next);
        moves++;
        return next;
    }

    @Lock(LockType.READ)
    public int level(String row) {
        queries++; // RACE wrong-lock
        return pallets.getOrDefault(row, 0);
    }

    @Lock(LockType.READ)
    public int total() {
        int sum = 0;
        for (int n : pallets.values()) {
            sum += n;
        }
        return sum;
    }

    @Schedule(hour = "*", minute = "0", persistent = false)
    public void audit() {
        audits++;
        pallets.replaceAll((row, n) -> Math.min(n, 999));
        System.getLogger("depot").log(System.Logger.Level.INFO, "{0} moves, {1} queries, audit {2}", moves, queries, audits);
    }
}
