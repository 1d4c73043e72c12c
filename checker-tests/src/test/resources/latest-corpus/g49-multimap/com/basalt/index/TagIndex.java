package com.basalt.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Which documents carry which tag; filled by the import threads. */
public class TagIndex {
    private final ConcurrentMap<String, List<Integer>> docsByTag = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<Integer>> uniqueByTag = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, List<String>> tagsByDoc = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, int[]> weights = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> uses = new ConcurrentHashMap<>();

    public void tag(int doc, String tag, int weight) {
        docsByTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(doc); // RACE unguarded-collection #1
        uniqueByTag.computeIfAbsent(tag, t -> ConcurrentHashMap.newKeySet()).add(doc);
        tagsByDoc.compute(doc, (d, l) -> {
            List<String> out = l == null ? new ArrayList<>() : l;
            if (!out.contains(tag)) {
                out.add(tag);
            }
            return out;
        });
        uses.computeIfAbsent(tag, t -> new LongAdder()).increment();
        int[] w = weights.computeIfAbsent(tag, t -> new int[2]);
        w[0] += weight; // RACE read-modify-write #2
    }

    /** Adds to the second weight, cell by cell under the cell's monitor. */
    public void boost(String tag, int by) {
        int[] w = weights.get(tag);
        if (w != null) {
            synchronized (w) {
                w[1] += by;
            }
        }
    }

    public void untag(int doc, String tag) {
        Set<Integer> s = uniqueByTag.get(tag);
        if (s != null && s.remove(doc)) {
            uses.get(tag).decrement();
        }
    }

    public List<Integer> docs(String tag) {
        return docsByTag.getOrDefault(tag, List.of());
    }

    public int boostOf(String tag) {
        int[] w = weights.get(tag);
        if (w == null) {
            return 0;
        }
        synchronized (w) {
            return w[1];
        }
    }
}
