package org.timberline.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Counts trees in waves. Between two waves the caller is alone, within one all have their own. */
class ForestInventory {
  private final Map<String, Integer> trees = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private int wave;
  private double density;

  private void note(String text) {
    log.add(wave + " " + text);
    wave++;
  }

  void byFutures(ExecutorService pool, List<String> plots) throws Exception {
    note("futures");
    Map<String, Future<Integer>> counts = new HashMap<>();
    for (String plot : plots) {
      counts.put(plot, pool.submit(() -> count(plot)));
    }
    for (Map.Entry<String, Future<Integer>> entry : counts.entrySet()) {
      trees.merge(entry.getKey(), entry.getValue().get(), Integer::sum);
    }
    note("futures done");
  }

  void byLatch(ExecutorService pool, List<String> plots) throws InterruptedException {
    int[] found = new int[plots.size()];
    CountDownLatch open = new CountDownLatch(plots.size());
    for (int i = 0; i < found.length; i++) {
      int plot = i;
      pool.execute(
          () -> {
            found[plot] += count(plots.get(plot));
            open.countDown();
          });
    }
    open.await();
    for (int i = 0; i < found.length; i++) {
      trees.merge(plots.get(i), found[i], Integer::sum);
      density += found[i] / 100.0;
    }
    note("latch done");
  }

  /** A pool of its own, closed and awaited. */
  void byOwnPool(List<String> plots) throws InterruptedException {
    List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
    ExecutorService own = Executors.newCachedThreadPool();
    for (String plot : plots) {
      own.execute(() -> counts.add(count(plot)));
    }
    own.shutdown();
    while (!own.awaitTermination(10, TimeUnit.SECONDS)) {
      Thread.onSpinWait();
    }
    for (int count : counts) {
      density += count / 100.0;
    }
    note("pool done");
  }

  void byStages(ExecutorService pool, String plot) {
    CompletableFuture.runAsync(() -> note("stage one"), pool)
        .thenRun(() -> note("stage two"))
        .thenRunAsync(() -> trees.merge(plot, 1, Integer::sum), pool)
        .join();
    note("stages done");
  }

  private static int count(String plot) {
    int sum = 0;
    for (char c : plot.toCharArray()) {
      sum += c % 7;
    }
    return sum;
  }

  static String run(ExecutorService pool, List<String> plots) throws Exception {
    ForestInventory inventory = new ForestInventory();
    inventory.byFutures(pool, plots);
    inventory.byLatch(pool, plots);
    inventory.byOwnPool(plots);
    inventory.byStages(pool, plots.get(0));
    return inventory.trees + " " + inventory.density + " " + inventory.log;
  }
}
