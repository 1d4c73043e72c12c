package v15freemarkerloader;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Cache of parsed templates. One instance belongs to a configuration and serves all threads. Works with storages that
 * are concurrent and with those which are not.
 */
public class TemplateCache {
    public interface CacheStorage {
        Object get(Object key);

        void put(Object key, Object value);

        boolean isConcurrent();
    }

    private final CacheStorage storage;
    private final boolean concurrentStorage;
    private final Function<String, String> parser;
    private long delay = 5000;

    public TemplateCache(CacheStorage storage, Function<String, String> parser) {
        this.storage = storage;
        this.concurrentStorage = storage.isConcurrent();
        this.parser = parser;
    }

    public void setDelay(long delay) {
        synchronized (this) {
            this.delay = delay;
        }
    }

    public String getTemplate(String name) {
        CachedTemplate cached;
        if (concurrentStorage) {
            cached = (CachedTemplate) storage.get(name);
        } else {
            synchronized (storage) {
                cached = (CachedTemplate) storage.get(name);
            }
        }
        long now = System.currentTimeMillis();
        if (cached != null && now - cached.lastChecked < delay()) {
            return cached.text;
        }
        CachedTemplate fresh = cached == null ? new CachedTemplate() : cached.copy();
        fresh.lastChecked = now;
        fresh.text = parser.apply(name);
        store(name, fresh);
        return fresh.text;
    }

    private synchronized long delay() {
        return delay;
    }

    private void store(String name, CachedTemplate t) {
        if (concurrentStorage) {
            storage.put(name, t);
        } else {
            synchronized (storage) {
                storage.put(name, t);
            }
        }
    }

    private static final class CachedTemplate {
        String text;
        long lastChecked;

        CachedTemplate copy() {
            CachedTemplate c = new CachedTemplate();
            c.text = text;
            c.lastChecked = lastChecked;
            return c;
        }
    }

    /** Most recently used templates only; leaves the synchronisation to the cache. */
    public static final class StrongStorage implements CacheStorage {
        private final Map<Object, Object> map = new HashMap<>();
        private int puts;

        @Override
        public Object get(Object key) {
            return map.get(key);
        }

        @Override
        public void put(Object key, Object value) {
            puts++;
            map.put(key, value);
            if (puts > 10_000) {
                map.clear();
                puts = 0;
            }
        }

        @Override
        public boolean isConcurrent() {
            return false;
        }
    }

    public static final class SoftStorage implements CacheStorage {
        private final ConcurrentMap<Object, SoftReference<Object>> map = new ConcurrentHashMap<>();

        @Override
        public Object get(Object key) {
            SoftReference<Object> r = map.get(key);
            return r == null ? null : r.get();
        }

        @Override
        public void put(Object key, Object value) {
            map.put(key, new SoftReference<>(value));
        }

        @Override
        public boolean isConcurrent() {
            return true;
        }
    }
}
