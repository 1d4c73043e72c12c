package com.larch.util;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Tally of many keys with striped locks. */
public final class StripedTally<K> {
    private static final int STRIPES = 32;

    private final Object[] locks = new Object[STRIPES];
    private final List<Map<K, Long>> parts = new ArrayList<>(STRIPES);
    private final AtomicIntegerArray sizes = new AtomicIntegerArray(STRIPES);

    public StripedTally() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
            parts.add(new HashMap<>());
        }
    }

    private static int stripe(Object key) {
        int h = key.hashCode();
        return (h ^ (h >>> 16)) & (STRIPES - 1);
    }

    public long add(K key, long delta) {
        int s = stripe(key);
        Map<K, Long> part = parts.get(s);
        synchronized (locks[s]) {
            Long old = part.get(key);
            if (old == null) {
                sizes.incrementAndGet(s);
                part.put(key, delta);
                return delta;
            }
            long now = old + delta;
            part.put(key, now);
            return now;
        }
    }

    public long remove(K key) {
        int s = stripe(key);
        synchronized (locks[s]) {
            Long old = parts.get(s).remove(key);
            if (old != null) {
                sizes.decrementAndGet(s);
            }
            return old == null ? 0 : old;
        }
    }

    public int size() {
        int n = 0;
        for (int i = 0; i < STRIPES; i++) {
            n += sizes.get(i);
        }
        return n;
    }

    public void drainTo(Map<K, Long> target) {
        for (int s = 0; s < STRIPES; s++) {
            synchronized (locks[s]) {
                target.putAll(parts.get(s));
                parts.get(s).clear();
                sizes.set(s, 0);
            }
        }
    }
}
