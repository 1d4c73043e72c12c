package k50;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
public class Tally {
    private final Object guard = new Object();
    private final Map<String, Integer> words = new HashMap<>();
    private volatile Map<String, Integer> published = Map.of();
    // only the scheduler's task
    private int generation;

    void count(String text) {
        synchronized (guard) {
            for (String w : text.split(" ")) {
                Integer n = words.get(w);
                words.put(w, n == null ? 1 : n + 1);
            }
        }
    }

    void publish() {
        generation++;
        Map<String, Integer> copy;
        synchronized (guard) {
            copy = new HashMap<>(words);
        }
        copy.put("#generation", generation);
        published = Map.copyOf(copy);
    }

    public Map<String, Integer> current() {
        return published;
    }
}
