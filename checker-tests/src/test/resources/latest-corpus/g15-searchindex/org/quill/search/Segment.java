package org.quill.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Immutable part of the index. */
final class Segment {
    private final Map<String, int[]> postings;
    private final int docs;

    Segment(Map<String, int[]> postings, int docs) {
        this.postings = postings;
        this.docs = docs;
    }

    int[] lookup(String term) {
        return postings.getOrDefault(term, new int[0]);
    }

    int docs() {
        return docs;
    }

    static Segment merge(Segment a, Segment b) {
        Map<String, int[]> all = new HashMap<>(a.postings);
        for (Map.Entry<String, int[]> e : b.postings.entrySet()) {
            int[] left = all.get(e.getKey());
            if (left == null) {
                all.put(e.getKey(), e.getValue());
            } else {
                int[] both = Arrays.copyOf(left, left.length + e.getValue().length);
                System.arraycopy(e.getValue(), 0, both, left.length, e.getValue().length);
                all.put(e.getKey(), both);
            }
        }
        return new Segment(all, a.docs + b.docs);
    }
}
