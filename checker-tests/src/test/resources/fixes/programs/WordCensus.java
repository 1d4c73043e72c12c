package programs;

import java.util.HashMap;
import java.util.Map;

/** Counts words in a plain map. */
class WordCensus {
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Integer, Long> lengths = new HashMap<>(64);

  void add(String word) {
    counts.put(word, counts.getOrDefault(word, 0) + 1);
    // Letters, not characters.
    lengths.put(word.length(), lengths.getOrDefault(word.length(), 0L) + 1);
  }

  int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  long ofLength(int length) {
    return lengths.getOrDefault(length, 0L);
  }

  static String single() {
    WordCensus census = new WordCensus();
    census.add("a");
    census.add("a");
    return census.count("a") + " " + census.count("b") + census.ofLength(1);
  }

  static long lost() {
    WordCensus census = new WordCensus();
    Trial.race(i -> census.add("w" + i % 5));
    long found = census.ofLength(2);
    for (int i = 0; i < 5; i++) {
      found += census.count("w" + i);
    }
    return 2L * Trial.TOTAL - found;
  }
}
