package cache.lru;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Least recently used cache, many readers. */
public class LruCache<K, V> {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final int max;
    private long evictions;
    private final Map<K, V> map;

    public LruCache(int max) {
        this.max = max;
        this.map = new LinkedHashMap<K, V>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                if (size() > LruCache.this.max) {
                    evictions++;
                    return true;
                }
                return false;
            }
        };
    }

    public V get(K key) {
        lock.readLock().lock(); // RACE wrong-lock #1
        try {
            return map.get(key); // RACE wrong-lock #1
        } finally {
            lock.readLock().unlock();
        }
    }

    public void put(K key, V value) {
        lock.writeLock().lock();
        try {
            map.put(key, value);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return map.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    public long evictions() {
        lock.readLock().lock();
        try {
            return evictions;
        } finally {
            lock.readLock().unlock();
        }
    }
}
