package segmentcache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A least-recently-used cache which may be shared by threads.
 */
public class LruCache<K, V> {

    private final Map<K, V> map;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock readLock = lock.readLock();
    private final Lock writeLock = lock.writeLock();
    private final int capacity;
    private long hits;
    private long misses;
    private long puts;
    private long evictions;

    public LruCache(int capacity) {
        this.capacity = capacity;
        this.map = new LinkedHashMap<K, V>(capacity * 2, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                if (size() > LruCache.this.capacity) {
                    evictions++;
                    return true;
                }
                return false;
            }
        };
    }

    public V get(K key) {
        readLock.lock();
        try {
            V v = map.get(key); // MAYBE
            if (v == null) {
                misses++; // RACE inconsistent-locking #1
            } else {
                hits++; // RACE inconsistent-locking #1
            }
            return v;
        } finally {
            readLock.unlock();
        }
    }

    public V put(K key, V value) {
        writeLock.lock();
        try {
            puts++;
            return map.put(key, value);
        } finally {
            writeLock.unlock();
        }
    }

    public V computeIfMissing(K key, Function<K, V> loader) {
        V v = get(key);
        if (v != null) {
            return v;
        }
        V loaded = loader.apply(key);
        writeLock.lock();
        try {
            V raced = map.get(key);
            if (raced != null) {
                return raced;
            }
            puts++;
            map.put(key, loaded);
            return loaded;
        } finally {
            writeLock.unlock();
        }
    }

    public List<K> keys() {
        readLock.lock();
        try {
            return new ArrayList<>(map.keySet());
        } finally {
            readLock.unlock();
        }
    }

    public void clear() {
        writeLock.lock();
        try {
            map.clear();
            hits = misses = puts = evictions = 0;
        } finally {
            writeLock.unlock();
        }
    }

    public String stats() {
        readLock.lock();
        try {
            return "hits=" + hits + " misses=" + misses + " puts=" + puts + " evictions=" + evictions;
        } finally {
            readLock.unlock();
        }
    }
}
