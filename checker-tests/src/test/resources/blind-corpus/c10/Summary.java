package io.netreach.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class Summary {
  private static final class Acc {
    int words;
    int longest;
    final List<String> titles = new ArrayList<>();

    Acc plus(String page) {
      for (String w : page.split(" ")) {
        words++;
        longest = Math.max(longest, w.length());
      }
      titles.add(page.substring(0, Math.min(10, page.length())));
      return this;
    }
  }

  private final Fetcher fetcher;
  private int summaries;

  Summary(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** Folds the pages one by one into an accumulator. */
  CompletableFuture<Integer> words(List<String> urls) {
    CompletableFuture<Acc> acc = CompletableFuture.completedFuture(new Acc());
    for (String u : urls) {
      acc = acc.thenCombine(fetcher.fetch(u), Acc::plus);
    }
    return acc.thenApply(a -> a.words + a.titles.size());
  }

  CompletableFuture<Integer> longest(List<String> urls) {
    Acc acc = new Acc();
    List<CompletableFuture<?>> fs = new ArrayList<>();
    for (String u : urls) {
      fs.add(fetcher.fetch(u).thenAcceptAsync(p -> {
        acc.titles.add(u); // RACE unsafe-collection
      }));
    }
    summaries++;
    return CompletableFuture.allOf(fs.toArray(new CompletableFuture<?>[0])).thenApply(v -> {
      acc.longest += acc.titles.size();
      return acc.longest;
    });
  }
}
