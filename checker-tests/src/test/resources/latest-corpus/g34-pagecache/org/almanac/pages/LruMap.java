package org.almanac.pages;

import java.util.*;

class LruMap<K, V> extends LinkedHashMap<K, V> {
    private final int max;
    private int evicted;

    LruMap(int max) {
        super(16, 0.75f, true);
        this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        boolean drop = size() > max;
        if (drop) {
            evicted++;
        }
        return drop;
    }

    int evicted() {
        return evicted;
    }
}
