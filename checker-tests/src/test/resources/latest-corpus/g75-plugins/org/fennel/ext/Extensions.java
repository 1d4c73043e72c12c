package org.fennel.ext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Extensions by type. Registered at any time by any thread, read very often. */
public final class Extensions {
    private static final Extensions INSTANCE = new Extensions();

    private final ConcurrentMap<Class<?>, CopyOnWriteArrayList<Object>> byType = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, Object>> named = new AtomicReference<>(Map.of());
    private volatile int version;
    private Object[] cache;
    private int cacheVersion = -1;

    private Extensions() {
    }

    public static Extensions get() {
        return INSTANCE;
    }

    public <T> void register(Class<T> type, T extension) {
        byType.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).addIfAbsent(extension);
        synchronized (this) {
            version++;
        }
    }

    public boolean name(String name, Object extension) {
        for (;;) {
            Map<String, Object> old = named.get();
            if (old.containsKey(name)) {
                return false;
            }
            Map<String, Object> next = new HashMap<>(old);
            next.put(name, extension);
            if (named.compareAndSet(old, next)) {
                synchronized (this) {
                    version++;
                }
                return true;
            }
        }
    }

    public Object named(String name) {
        return named.get().get(name);
    }

    /** All extensions in an array, kept until the version changes. */
    public synchronized Object[] all() {
        if (cacheVersion != version) {
            List<Object> l = new ArrayList<>();
            byType.values().forEach(l::addAll);
            cache = l.toArray();
            cacheVersion = version;
        }
        return cache.clone();
    }
}
