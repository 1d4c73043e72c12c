package io.saumselig.lazy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Both kinds of laziness, asked for by the threads of a pool. */
class Catalog {
  private final Lazy<List<String>> titles = new Lazy<>(Catalog::readTitles);
  private final HastyLazy<List<String>> prices = new HastyLazy<>(Catalog::readPrices);
  private int shown;

  private static List<String> readTitles() {
    List<String> titles = new ArrayList<>();
    titles.add("Faust");
    titles.add("Effi Briest");
    return titles;
  }

  private static List<String> readPrices() {
    return List.of("9.90", "12.00");
  }

  void show(ExecutorService pool, int customers) {
    for (int c = 0; c < customers; c++) {
      shown++;
      pool.execute(() -> System.out.println(titles.get() + " " + prices.get()));
    }
  }

  int shown() {
    return shown;
  }
}
