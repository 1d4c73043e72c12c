package org.juniper.conf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Settings of the server: an immutable map, replaced as a whole. */
public final class Settings {
    private volatile Map<String, String> values = Map.of();
    private volatile int revision;
    private final Object writeLock = new Object();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    public String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    public void set(String key, String value) {
        synchronized (writeLock) {
            Map<String, String> next = new HashMap<>(values);
            next.put(key, value);
            values = Map.copyOf(next);
            revision++;
        }
        for (Consumer<String> w : watchers) {
            w.accept(key);
        }
    }

    /** Drops a key, back to its default. */
    public void unset(String key) {
        Map<String, String> next = new HashMap<>(values);
        if (next.remove(key) != null) {
            values = Map.copyOf(next); // RACE inconsistent-locking #1
            synchronized (writeLock) {
                revision++;
            }
        }
    }

    /** Replaces everything by what is in the file. */
    public void load(Properties file) {
        Map<String, String> next = new HashMap<>();
        for (String name : file.stringPropertyNames()) {
            next.put(name, file.getProperty(name));
        }
        synchronized (writeLock) {
            values = Map.copyOf(next);
            revision++;
        }
    }

    public void watch(Consumer<String> w) {
        watchers.add(w);
    }

    public int revision() {
        return revision;
    }
}
