package org.lexis.fj;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RecursiveTask;

/** Every task builds its own map; parents merge the maps of their children. */
public class WordCount extends RecursiveTask<Map<String, Integer>> {
  private static final long serialVersionUID = 1L;
  private final transient List<String> lines;
  private int leaves;

  public WordCount(List<String> lines) {
    this.lines = lines;
  }

  @Override
  protected Map<String, Integer> compute() {
    if (lines.size() <= 64) {
      Map<String, Integer> counts = new HashMap<>();
      for (String line : lines) {
        for (String w : line.split("\\W+")) {
          Integer n = counts.get(w);
          counts.put(w, n == null ? 1 : n + 1);
        }
      }
      leaves++;
      return counts;
    }
    int mid = lines.size() / 2;
    WordCount left = new WordCount(lines.subList(0, mid));
    WordCount right = new WordCount(lines.subList(mid, lines.size()));
    left.fork();
    Map<String, Integer> merged = right.compute();
    left.join().forEach((w, n) -> merged.merge(w, n, Integer::sum));
    leaves += left.leaves + right.leaves;
    return merged;
  }

  int leaves() {
    return leaves;
  }
}
