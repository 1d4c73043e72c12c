package media.schlagzeile.trends;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** put(k, f(get(k))) in many coats. */
class WordTrends {
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, Double> scores = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<String, String> firsts = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Long> last = new ConcurrentHashMap<>();

  void read(List<String> words, String paper) {
    words.parallelStream().forEach(word -> count(word, paper));
  }

  private void count(String word, String paper) {
    if (counts.get(word) == null) { // RACE check-then-act #1
      counts.put(word, 1); // RACE check-then-act #1
    } else {
      counts.put(word, counts.get(word) + 1); // RACE check-then-act #1
    }
    double score = scores.getOrDefault(word, 0.0); // RACE check-then-act #2
    score = score * 0.9 + 1;
    scores.put(word, score); // RACE check-then-act #2
    String first = firsts.containsKey(word) ? firsts.get(word) : paper; // RACE check-then-act #4
    firsts.put(word, first); // RACE check-then-act #4
    last.put(word, System.nanoTime());
  }

  /** Scores that fell asleep are removed, whatever happened to them since. */
  void prune(double below) {
    scores.keySet().parallelStream()
        .forEach(
            word -> {
              if (scores.get(word) < below) { // RACE check-then-act #3
                scores.remove(word); // RACE check-then-act #3
              }
            });
  }
}

class SteadyWordTrends {
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, Double> scores = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<String, LongAdder> adders = new ConcurrentHashMap<>();

  void read(List<String> words) {
    words.parallelStream().forEach(this::count);
  }

  private void count(String word) {
    counts.compute(word, (w, n) -> n == null ? 1 : n + 1);
    adders.computeIfAbsent(word, w -> new LongAdder()).increment();
    while (true) {
      Double score = scores.get(word);
      if (score == null) {
        if (scores.putIfAbsent(word, 1.0) == null) {
          return;
        }
      } else if (scores.replace(word, score, score * 0.9 + 1)) {
        return;
      }
    }
  }

  /** Removes only the value that was judged. */
  void prune(double below) {
    for (Map.Entry<String, Double> e : scores.entrySet()) {
      if (e.getValue() < below) {
        scores.remove(e.getKey(), e.getValue());
      }
    }
    counts.values().removeIf(n -> n == 1);
    adders.computeIfPresent("the", (w, adder) -> adder.sum() == 0 ? null : adder);
  }
}
