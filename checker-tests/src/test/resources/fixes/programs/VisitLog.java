package programs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A local set that tasks fill. */
class VisitLog {
  static int visitors(int count) {
    Set<String> seen = new LinkedHashSet<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (int i = 0; i < count; i++) {
      int visitor = i;
      pool.execute(() -> seen.add("v" + visitor));
    }
    pool.shutdown();
    try {
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return seen.size();
  }

  static String single() {
    return "" + visitors(1);
  }

  static long lost() {
    return 10_000 - visitors(10_000);
  }
}
