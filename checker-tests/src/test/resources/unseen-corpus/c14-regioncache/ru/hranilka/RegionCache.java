package ru.hranilka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Entries grouped by region. Readers share, writers exclude.
 */
public class RegionCache<K, V> {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock read = rw.readLock();
    private final Lock write = rw.writeLock();
    private final Map<K, Entry<V>> entries = new HashMap<>();
    private final LongAdder misses = new LongAdder();
    private final long ttl;
    private long hits;
    private int loads;

    public RegionCache(long ttl) {
        this.ttl = ttl;
    }

    public V get(K key, Function<? super K, ? extends V> loader) {
        read.lock();
        try {
            Entry<V> e = entries.get(key);
            if (e != null && !e.expired(System.nanoTime())) {
                hits++; // RACE wrong-lock
                return e.value;
            }
            misses.increment();
        } finally {
            read.unlock();
        }
        write.lock();
        try {
            Entry<V> e = entries.get(key);
            if (e == null || e.expired(System.nanoTime())) {
                e = new Entry<>(loader.apply(key), System.nanoTime() + ttl);
                entries.put(key, e);
                loads++;
            }
            return e.value;
        } finally {
            write.unlock();
        }
    }

    /** Called from the housekeeping thread. */
    public void expire() {
        final long now = System.nanoTime();
        rw.readLock().lock();
        try {
            entries.values().removeIf(e -> e.expired(now)); // RACE wrong-lock
        } finally {
            rw.readLock().unlock();
        }
    }

    public void clear() {
        rw.writeLock().lock();
        try {
            entries.clear();
            hits = 0;
            loads = 0;
        } finally {
            rw.writeLock().unlock();
        }
    }

    public int size() {
        read.lock();
        try {
            return entries.size();
        } finally {
            read.unlock();
        }
    }

    private static final class Entry<V> {
        final V value;
        final long until;

        Entry(V value, long until) {
            this.value = value;
            this.until = until;
        }

        boolean expired(long now) {
            return now - until > 0;
        }
    }
}
