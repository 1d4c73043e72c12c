package org.deepfreeze.copy;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

final class Workers {
  private final Cell<String> cell = new Cell<>();
  private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();

  void run(ExecutorService pool, List<String> words) {
    for (String w : words) {
      pool.execute(() -> {
        cell.push(w);
        if (!cell.initialise(w)) {
          cell.replace(s -> s.compareTo(w) < 0 ? w : s);
        }
        count(w);
        String p = cell.pop();
        if (p != null && !p.equals(w)) {
          seen.compute(p, (k, n) -> n == null || n == 1 ? null : n - 1);
        }
      });
    }
  }

  private void count(String w) {
    boolean done = false;
    while (!done) {
      Integer n = seen.get(w);
      done = n == null ? seen.putIfAbsent(w, 1) == null : seen.replace(w, n, n + 1);
    }
  }
}
