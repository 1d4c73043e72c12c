package org.dial.config;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Settings of the process; read without locks everywhere. */
public final class ConfigHolder {
    private final AtomicReference<Map<String, String>> overrides = new AtomicReference<>(Map.of());
    private final CopyOnWriteArrayList<BiConsumer<String, String>> watchers = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> base = Map.of();
    private volatile long loadedAt;
    private int reloads;

    /** Whoever loads, the monitor admits one at a time. */
    public synchronized void reload(Map<String, String> fresh) {
        Map<String, String> old = base;
        base = Map.copyOf(fresh);
        reloads++;
        loadedAt = System.currentTimeMillis();
        fresh.forEach((k, v) -> {
            if (!v.equals(old.get(k))) {
                watchers.forEach(w -> w.accept(k, v));
            }
        });
    }

    public void override(String key, String value) {
        Map<String, String> before;
        Map<String, String> after;
        do {
            before = overrides.get();
            after = new HashMap<>(before);
            after.put(key, value);
        } while (!overrides.compareAndSet(before, Map.copyOf(after)));
    }

    public void clearOverrides() {
        overrides.set(Map.of());
    }

    public String get(String key) {
        String v = overrides.get().get(key);
        return v != null ? v : base.get(key);
    }

    public void watch(BiConsumer<String, String> w) {
        watchers.addIfAbsent(w);
    }

    public synchronized int reloads() {
        return reloads;
    }
}
