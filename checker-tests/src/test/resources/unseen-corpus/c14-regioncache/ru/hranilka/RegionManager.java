package ru.hranilka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** All regions; the lock is downgraded after a creation. */
public class RegionManager {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, RegionCache<String, byte[]>> regions = new TreeMap<>();
    private int generation;

    public RegionCache<String, byte[]> region(String name) {
        lock.readLock().lock();
        RegionCache<String, byte[]> r = regions.get(name);
        if (r == null) {
            lock.readLock().unlock();
            lock.writeLock().lock();
            try {
                r = regions.get(name);
                if (r == null) {
                    r = new RegionCache<>(60_000_000_000L);
                    regions.put(name, r);
                    generation++;
                }
                lock.readLock().lock();
            } finally {
                lock.writeLock().unlock();
            }
        }
        try {
            return r;
        } finally {
            lock.readLock().unlock();
        }
    }

    public List<String> names() {
        List<String> out = new ArrayList<>();
        lock.readLock().lock();
        try {
            for (String n : regions.keySet()) {
                out.add(generation + ":" + n);
            }
        } finally {
            lock.readLock().unlock();
        }
        return out;
    }
}
