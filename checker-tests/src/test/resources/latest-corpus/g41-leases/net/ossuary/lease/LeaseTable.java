package net.ossuary.lease;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Leases on named resources, asked for by many nodes. */
public class LeaseTable {
    private final ConcurrentHashMap<String, Lease> leases = new ConcurrentHashMap<>();
    private final ReentrantLock statsLock = new ReentrantLock();
    private final Map<String, Integer> contention = new HashMap<>();
    private int grants;
    private int expiries;

    /** Grants the lease when nobody has it. */
    public boolean acquire(String key, String owner, long now, long ttl) {
        Lease mine = new Lease(key, owner, now + ttl, 0);
        Lease current = leases.putIfAbsent(key, mine);
        if (current != null) {
            if (current.until > now || !leases.replace(key, current, mine)) {
                contended(key);
                return false;
            }
        }
        statsLock.lock();
        try {
            grants++;
        } finally {
            statsLock.unlock();
        }
        return true;
    }

    private void contended(String key) {
        statsLock.tryLock();
        try {
            Integer n = contention.get(key);
            contention.put(key, n == null ? 1 : n + 1); // RACE unguarded-collection #1
        } finally {
            if (statsLock.isHeldByCurrentThread()) {
                statsLock.unlock();
            }
        }
    }

    /** Prolongs a lease; false when it is no longer the owner's. */
    public boolean renew(String key, String owner, long until) {
        Lease l = leases.get(key);
        if (l == null || !l.owner.equals(owner)) {
            return false;
        }
        leases.put(key, l.renewed(until)); // RACE check-then-act #2
        return true;
    }

    public boolean release(String key, String owner) {
        Lease l = leases.get(key);
        return l != null && l.owner.equals(owner) && leases.remove(key, l);
    }

    /** Removes what has run out. */
    int expire(long now) {
        int n = 0;
        for (Iterator<Lease> it = leases.values().iterator(); it.hasNext();) {
            Lease l = it.next();
            if (l.until < now && leases.remove(l.key, l)) {
                n++;
            }
        }
        if (statsLock.tryLock()) {
            try {
                expiries += n;
            } finally {
                statsLock.unlock();
            }
        }
        return n;
    }

    public String stats() {
        statsLock.lock();
        try {
            return grants + " granted, " + expiries + " expired, " + contention;
        } finally {
            statsLock.unlock();
        }
    }
}
