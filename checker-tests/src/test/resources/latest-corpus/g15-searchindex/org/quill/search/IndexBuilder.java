package org.quill.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds one segment. Each indexing task makes its own. */
final class IndexBuilder {
    private final Map<String, List<Integer>> lists = new HashMap<>();
    private int docs;

    void add(int docId, String text) {
        for (String term : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            List<Integer> l = lists.get(term);
            if (l == null) {
                l = new ArrayList<>();
                lists.put(term, l);
            }
            l.add(docId);
        }
        docs++;
    }

    Segment build() {
        Map<String, int[]> out = new HashMap<>();
        lists.forEach((t, l) -> out.put(t, l.stream().mapToInt(Integer::intValue).toArray()));
        return new Segment(out, docs);
    }
}
