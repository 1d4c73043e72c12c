package images;

import java.util.LinkedHashMap;
import java.util.Map;

/** Least recently used cache by size; thread-safe. */
class MemoryCache {

    private final LinkedHashMap<String, byte[]> map = new LinkedHashMap<>(16, 0.75f, true);
    private final int max;
    private int size;
    private int evictions;
    private int hits;
    private int misses;

    MemoryCache(int max) {
        this.max = max;
    }

    byte[] get(String key) {
        synchronized (this) {
            byte[] value = map.get(key);
            if (value != null) {
                hits++;
                return value;
            }
            misses++;
        }
        return null;
    }

    void put(String key, byte[] value) {
        synchronized (this) {
            size += value.length;
            byte[] previous = map.put(key, value);
            if (previous != null) {
                size -= previous.length;
            }
        }
        trimTo(max);
    }

    void trimTo(int limit) {
        while (true) {
            synchronized (this) {
                if (size <= limit || map.isEmpty()) {
                    return;
                }
                Map.Entry<String, byte[]> eldest = map.entrySet().iterator().next();
                map.remove(eldest.getKey());
                size -= eldest.getValue().length;
                evictions++;
            }
        }
    }

    synchronized double ratio() {
        int all = hits + misses;
        return all == 0 ? 0 : (double) hits / all;
    }
}
