package org.talus.shards;

import java.util.HashMap;
import java.util.Map;

/** State of a shard; touched on its loop only. */
final class Shard {
    private final String name;
    private final Map<String, Long> values = new HashMap<>();
    private int operations;

    Shard(String name) {
        this.name = name;
    }

    void add(String key, long delta) {
        operations++;
        Long old = values.get(key);
        if (old == null) {
            values.put(key, delta);
        } else if (old + delta == 0) {
            values.remove(key);
        } else {
            values.put(key, old + delta);
        }
    }

    boolean takeIfEnough(String key, long n) {
        operations++;
        if (values.getOrDefault(key, 0L) < n) {
            return false;
        }
        values.put(key, values.get(key) - n);
        return true;
    }

    long get(String key) {
        return values.getOrDefault(key, 0L);
    }

    int size() {
        return values.size();
    }

    int operations() {
        return operations;
    }

    public String toString() {
        return name + values;
    }
}
