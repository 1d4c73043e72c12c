package org.velour.runtime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Parsed templates, most recently used last. */
class TemplateCache {

    /** Bounded map in order of access. */
    private static final class LruMap<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int capacity;

        LruMap(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }

    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock read = rw.readLock();
    private final Lock write = rw.writeLock();
    private final LruMap<String, Template> templates;
    private final Map<String, Long> modified = new HashMap<>();
    private final LruMap<String, String> macros;
    private int misses;

    TemplateCache(int capacity) {
        this.templates = new LruMap<>(capacity);
        this.macros = new LruMap<>(capacity * 4);
    }

    Template lookup(String name) {
        read.lock();
        try {
            return templates.get(name); // RACE wrong-lock
        } finally {
            read.unlock();
        }
    }

    Long lastModified(String name) {
        read.lock();
        try {
            return modified.get(name);
        } finally {
            read.unlock();
        }
    }

    Template store(Template t, long timestamp) {
        write.lock();
        try {
            Template present = templates.get(t.name());
            if (present != null && modified.getOrDefault(t.name(), 0L) >= timestamp) {
                return present;
            }
            templates.put(t.name(), t);
            modified.put(t.name(), timestamp);
            misses++;
            return t;
        } finally {
            write.unlock();
        }
    }

    String macro(String name) {
        write.lock();
        try {
            return macros.get(name);
        } finally {
            write.unlock();
        }
    }

    void defineMacro(String name, String body) {
        write.lock();
        try {
            macros.put(name, body);
        } finally {
            write.unlock();
        }
    }

    int misses() {
        read.lock();
        try {
            return misses;
        } finally {
            read.unlock();
        }
    }
}
