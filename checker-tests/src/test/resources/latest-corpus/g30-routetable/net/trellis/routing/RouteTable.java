package net.trellis.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Longest-prefix routes. Lookups are frequent, changes are rare. Thread-safe. */
public final class RouteTable {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final TreeMap<String, String> routes = new TreeMap<>();
    private final Map<String, String> resolved = new HashMap<>();
    private long version;
    private int misses;

    public void add(String prefix, String via) {
        lock.writeLock().lock();
        try {
            String old = routes.put(prefix, via);
            if (!via.equals(old)) {
                version++;
                resolved.clear();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    public String lookup(String address) {
        String hit;
        lock.readLock().lock();
        try {
            hit = resolved.get(address);
        } finally {
            lock.readLock().unlock();
        }
        if (hit != null) {
            return hit;
        }
        lock.writeLock().lock();
        try {
            hit = resolved.get(address);
            if (hit == null) {
                hit = resolve(address);
                if (hit == null) {
                    misses++;
                    return null;
                }
                resolved.put(address, hit);
            }
            return hit;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private String resolve(String address) {
        for (int n = address.length(); n > 0; n--) {
            String via = routes.get(address.substring(0, n));
            if (via != null) {
                return via;
            }
        }
        return null;
    }

    public String describe() {
        lock.readLock().lock();
        try {
            return routes.size() + " routes, version " + version + ", " + misses + " misses";
        } finally {
            lock.readLock().unlock();
        }
    }
}
