package org.keepsake.books;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Pickers {
  private final Inventory inventory = new Inventory();
  private final ExecutorService pickers = Executors.newFixedThreadPool(6);
  private final Map<String, Integer> misses = new TreeMap<>();

  void pick(List<String> orders) {
    for (String o : orders) {
      pickers.execute(() -> {
        if (!inventory.tryTake(o) && !inventory.takeAll(o.split("\\+"))) {
          inventory.read(stock -> misses.merge(o, stock.size(), Integer::sum));
        }
      });
      pickers.execute(() -> inventory.add(o, 2));
    }
  }
}
