package lab.texts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class MergingCensus {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> longest = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> docs = new ConcurrentHashMap<>();

    public void word(String w) {
        counts.merge(w, 1, Integer::sum);
    }

    public void line(String author, int length) {
        longest.compute(author, (a, best) -> best == null || best < length ? Integer.valueOf(length) : best);
    }

    public void document(String author) {
        Integer seen = docs.putIfAbsent(author, 1);
        while (seen != null && !docs.replace(author, seen, seen + 1)) {
            seen = docs.get(author);
        }
    }

    public Map<String, Integer> snapshot() {
        return Map.copyOf(counts);
    }
}
