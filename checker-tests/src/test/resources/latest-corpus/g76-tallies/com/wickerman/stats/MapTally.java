package com.wickerman.stats;

import java.util.HashMap;
import java.util.Map;

/** The plain tally. */
public class MapTally implements Tally {
    private final Map<String, Long> counts = new HashMap<>();
    private int kinds;

    @Override
    public void hit(String kind) {
        Long n = counts.get(kind);
        if (n == null) {
            kinds++;
        }
        counts.put(kind, n == null ? 1 : n + 1);
    }

    @Override
    public long of(String kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public Map<String, Long> counts() {
        return counts;
    }
}
