package cache.lru;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Insertion order: reads do not disturb anything. */
class FifoCache<K, V> {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<K, V> map = new LinkedHashMap<>();
    private final int max;
    private long loads;

    FifoCache(int max) {
        this.max = max;
    }

    V get(K key, java.util.function.Function<K, V> loader) {
        lock.readLock().lock();
        try {
            V v = map.get(key);
            if (v != null) {
                return v;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            V v = map.get(key);
            if (v == null) {
                v = loader.apply(key);
                map.put(key, v);
                loads++;
                if (map.size() > max) {
                    map.remove(map.keySet().iterator().next());
                }
            }
            return v;
        } finally {
            lock.writeLock().unlock();
        }
    }

    long loads() {
        lock.readLock().lock();
        try {
            return loads;
        } finally {
            lock.readLock().unlock();
        }
    }
}
