package util.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

class Warehouse extends Guarded {
    private final Map<String, Integer> stock = new HashMap<>();
    private int arrivals;
    private int departures;
    private int lookups;
    private int audits;

    void arrive(String item, int n) {
        locked(() -> {
            stock.merge(item, n, Integer::sum);
            arrivals++;
        });
    }

    boolean depart(String item, int n) {
        return lockedGet(() -> {
            int have = stock.getOrDefault(item, 0);
            if (have < n) {
                return false;
            }
            stock.put(item, have - n);
            departures++; // MAYBE
            return true;
        });
    }

    int stock(String item) {
        lookups++; // RACE rmw
        try (Held h = hold()) {
            return stock.getOrDefault(item, 0);
        }
    }

    void audit() {
        try (Held h = hold()) {
            audits++;
            stock.values().removeIf(n -> n == 0);
        }
    }

    void auditLater(ExecutorService pool) {
        pool.execute(this::audit);
        locked(() -> pool.execute(() -> departures++)); // RACE rmw
    }

    String summary() {
        return lockedGet(() -> arrivals + " in, " + departures + " out, " + lookups + " lookups, " + audits + " audits");
    }
}
