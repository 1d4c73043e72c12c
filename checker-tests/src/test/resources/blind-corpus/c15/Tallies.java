package net.sumup.locals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Per-thread tallies, added up when the threads are gone. */
public class Tallies {
  static final class Tally {
    final Map<String, Integer> counts = new HashMap<>();
    long total;

    void add(String key, int n) {
      counts.merge(key, n, Integer::sum);
      total += n;
    }
  }

  private static final Tally GLOBAL = new Tally();
  private final List<Tally> all = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Tally> mine = ThreadLocal.withInitial(() -> {
    Tally t = new Tally();
    all.add(t);
    return t;
  });
  private final ThreadLocal<Summary> summary = new ThreadLocal<>();
  private final Summary common = new Summary();
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
  private final ExecutorService pool = Executors.newFixedThreadPool(6);

  static final class Summary {
    int lines;
    int deepest;
  }

  public Tally count(List<String> lines) throws InterruptedException {
    for (String l : lines) {
      pool.execute(() -> line(l));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.HOURS);
    Tally sum = new Tally();
    for (Tally t : all) {
      t.counts.forEach(sum::add);
    }
    GLOBAL.add("runs", 1);
    return sum;
  }

  private void line(String l) {
    Tally t = mine.get();
    for (String w : l.split(" ")) {
      t.add(w, 1);
    }
    nest(l, 0);
    Summary s = summary.get();
    if (s == null) {
      s = common;
      summary.set(s);
    }
    s.lines++; // RACE rmw
  }

  private void nest(String l, int i) {
    depth.set(depth.get() + 1);
    try {
      if (i < l.length() && l.charAt(i) == '(') {
        nest(l, i + 1);
      } else {
        int d = depth.get();
        if (d > common.deepest) { // RACE rmw #1
          common.deepest = d; // RACE rmw #1
        }
      }
    } finally {
      depth.set(depth.get() - 1);
    }
  }
}
