package org.oldtown.mgmt;

import java.util.HashMap;
import java.util.Map;

/**
 * Statistics of an object pool exposed by JMX. Updated by pool users (any thread) and reset by
 * the management console.
 */
public class PoolStats implements PoolStatsMBean {

    private int created = 0;
    private int destroyed = 0;
    private long totalWait = 0;
    private long maxWait = 0;
    private final Object waitLock = new Object();
    private final Map byReason = new HashMap();
    private long waits = 0;

    public synchronized void onCreate() {
        created++;
    }

    public synchronized void onDestroy(String reason) {
        destroyed++;
        Integer n = (Integer) byReason.get(reason);
        byReason.put(reason, n == null ? Integer.valueOf(1) : Integer.valueOf(n.intValue() + 1));
    }

    public void onWait(long millis) {
        synchronized (waitLock) {
            totalWait += millis;
            if (millis > maxWait) {
                maxWait = millis;
            }
        }
        waits++; // RACE rmw
    }

    public synchronized int getLive() {
        return created - destroyed;
    }

    public synchronized int getCreated() {
        return created;
    }

    public long getAverageWait() {
        synchronized (waitLock) {
            return waits == 0 ? 0 : totalWait / waits;
        }
    }

    public void reset() {
        synchronized (this) {
            created -= destroyed;
            destroyed = 0;
            byReason.clear();
        }
        synchronized (waitLock) {
            totalWait = 0;
            maxWait = 0;
        }
    }

    public void forgive(int n) {
        synchronized (waitLock) {
            destroyed -= n; // RACE wrong-lock
        }
    }
}

interface PoolStatsMBean {
    int getLive();

    int getCreated();

    long getAverageWait();

    void reset();
}
