package lab.texts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts words over all feeder threads. */
public class WordCensus {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> longest = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> docs = new ConcurrentHashMap<>();

    public void word(String w) {
        if (counts.containsKey(w)) { // RACE check-then-act #1
            counts.put(w, counts.get(w) + 1); // RACE check-then-act #1
        } else {
            counts.put(w, 1); // RACE check-then-act #1
        }
    }

    public void line(String author, int length) {
        Integer best = longest.get(author); // RACE check-then-act #2
        if (best == null || best < length) { // RACE check-then-act #2
            longest.put(author, length); // RACE check-then-act #2
        }
    }

    public void document(String author) {
        docs.put(author, docs.getOrDefault(author, 0) + 1); // RACE check-then-act
    }

    public Map<String, Integer> snapshot() {
        return Map.copyOf(counts);
    }
}
