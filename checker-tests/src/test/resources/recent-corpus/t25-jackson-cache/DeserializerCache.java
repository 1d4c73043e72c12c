package org.example.jackson.databind;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Caches immutable descriptions of classes. One cache per mapper, mappers are shared. */
public final class DeserializerCache {

    /** What is known of a class; the same for each computation. */
    public static final class BeanDescription {
        private final Class<?> type;
        private final Map<String, Class<?>> properties;

        BeanDescription(Class<?> type, Map<String, Class<?>> properties) {
            this.type = type;
            this.properties = Collections.unmodifiableMap(properties);
        }

        public Map<String, Class<?>> properties() {
            return properties;
        }

        @Override
        public String toString() {
            return type.getName() + properties.keySet();
        }
    }

    private final ConcurrentHashMap<Class<?>, BeanDescription> cached = new ConcurrentHashMap<>(64, 0.75f, 2);
    private final HashMap<Class<?>, BeanDescription> incomplete = new HashMap<>(8);
    private final AtomicReference<Map<String, Class<?>>> aliases = new AtomicReference<>(Collections.emptyMap());
    private volatile String toStringForm;
    private int hash;

    public BeanDescription find(Class<?> type) {
        BeanDescription d = cached.get(type);
        if (d == null) {
            d = introspect(type);
            cached.put(type, d);
        }
        return d;
    }

    /** For types that refer to themselves. */
    public BeanDescription findRecursive(Class<?> type) {
        synchronized (incomplete) {
            BeanDescription d = cached.get(type);
            if (d != null) {
                return d;
            }
            int count = incomplete.size();
            if (count > 0 && (d = incomplete.get(type)) != null) {
                return d;
            }
            try {
                return createAndCache(type);
            } finally {
                if (count == 0) {
                    incomplete.clear();
                }
            }
        }
    }

    private BeanDescription createAndCache(Class<?> type) {
        BeanDescription d = introspect(type);
        incomplete.put(type, d);
        for (Class<?> c : d.properties().values()) {
            if (!c.isPrimitive() && !c.getName().startsWith("java.")) {
                findRecursive(c);
            }
        }
        incomplete.remove(type);
        cached.put(type, d);
        return d;
    }

    private static BeanDescription introspect(Class<?> type) {
        Map<String, Class<?>> props = new LinkedHashMap<>();
        int skipped = 0;
        for (Field f : type.getDeclaredFields()) {
            if (Modifier.isStatic(f.getModifiers())) {
                skipped++;
                continue;
            }
            props.put(f.getName(), f.getType());
        }
        if (skipped > 0 && props.isEmpty()) {
            return new BeanDescription(type, Collections.emptyMap());
        }
        return new BeanDescription(type, props);
    }

    public void addAlias(String name, Class<?> type) {
        Map<String, Class<?>> before;
        Map<String, Class<?>> after;
        do {
            before = aliases.get();
            after = new HashMap<>(before);
            after.put(name, type);
        } while (!aliases.compareAndSet(before, after));
    }

    public BeanDescription byAlias(String name) {
        Class<?> c = aliases.get().get(name);
        return c == null ? null : find(c);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = getClass().getName().hashCode() * 31 + 7;
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return this == o;
    }

    @Override
    public String toString() {
        String s = toStringForm;
        if (s == null) {
            toStringForm = s = getClass().getSimpleName() + "@" + Integer.toHexString(hashCode());
        }
        return s;
    }
}
