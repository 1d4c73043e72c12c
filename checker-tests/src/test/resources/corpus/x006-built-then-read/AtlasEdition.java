package maps.orientis.atlas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/** An edition of an atlas: built by one thread, then read by all, and never changed again. */
final class AtlasEdition {
  private final Map<String, List<String>> places = new HashMap<>();
  private final List<String> index;
  private int maps;
  private int words;

  private AtlasEdition(List<String> sources) {
    for (String source : sources) {
      read(source);
    }
    List<String> sorted = new ArrayList<>(places.keySet());
    Collections.sort(sorted);
    index = sorted;
    maps = maps + 1;
  }

  /** Only called while the edition is under construction. */
  private void read(String source) {
    maps++;
    for (String word : source.split(" ")) {
      words++;
      places.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>()).add(word);
    }
  }

  static AtlasEdition of(List<String> sources) {
    AtlasEdition edition = new AtlasEdition(sources);
    edition.words -= sources.size();
    return edition;
  }

  int size() {
    return index.size() + maps + words;
  }

  /** A changed copy; the old edition stays as it is. */
  AtlasEdition with(String source) {
    List<String> all = new ArrayList<>();
    places.values().forEach(all::addAll);
    all.add(source);
    return of(all);
  }
}

/** Makes editions in the background and shows the newest to everybody. */
class AtlasShop {
  private volatile AtlasEdition newest = AtlasEdition.of(List.of("Oslo Rome"));
  private final List<AtlasEdition> archive = new CopyOnWriteArrayList<>();
  private final Object printing = new Object();

  void print(String source) {
    synchronized (printing) {
      AtlasEdition next = newest.with(source);
      archive.add(next);
      newest = next;
    }
  }

  CompletableFuture<AtlasEdition> draft(ExecutorService pool, List<String> sources) {
    return CompletableFuture.supplyAsync(() -> AtlasEdition.of(sources), pool)
        .thenApply(edition -> edition.with("Draft"));
  }

  int browse() {
    AtlasEdition shown = newest;
    int sum = shown.size();
    for (AtlasEdition old : archive) {
      sum += old.size();
    }
    return sum;
  }

  static void open(ExecutorService pool, List<String> sources) {
    AtlasShop shop = new AtlasShop();
    for (String source : sources) {
      pool.execute(() -> shop.print(source));
      pool.submit(shop::browse);
      shop.draft(pool, sources);
    }
  }
}
