package org.pewter.counters;

import java.util.HashMap;
import java.util.Map;

/** Visits per page. One log for the whole site. */
public class VisitLog {
    private final Map<String, Long> visits = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();
    private long total;
    private final Object totalLock = new Object();

    public void visit(String page) {
        Object lock = new Object();
        synchronized (lock) {
            Long n = visits.get(page);
            visits.put(page, n == null ? 1L : n + 1); // RACE unguarded-collection #1
        }
        Object t = totalLock;
        synchronized (t) {
            total++;
        }
    }

    /** Adds to the bytes of a page under the lock that the caller shares with the others. */
    public void bytes(Object lock, String page, long n) {
        synchronized (lock) {
            bytes.merge(page, n, Long::sum);
        }
    }

    public long total() {
        synchronized (totalLock) {
            return total;
        }
    }
}
