package com.wayfare.quotes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks all carriers at once. */
final class TripQuotes {
  record Quote(String carrier, long cents) {}

  private final Executor io;
  private final Carriers carriers;
  private int asked;
  private int declined;

  TripQuotes(Executor io, Carriers carriers) {
    this.io = io;
    this.carriers = carriers;
  }

  /** Answers, cheapest first. */
  List<Quote> all(Collection<String> names) {
    List<CompletableFuture<Quote>> pending = new ArrayList<>();
    for (String name : names) {
      pending.add(CompletableFuture.supplyAsync(() -> carriers.ask(name), io));
      asked++;
    }
    CompletableFuture.allOf(pending.toArray(new CompletableFuture[0])).join();
    List<Quote> quotes = new ArrayList<>();
    for (CompletableFuture<Quote> f : pending) {
      Quote q = f.join();
      if (q.cents() > 0) {
        quotes.add(q);
      } else {
        declined++;
      }
    }
    quotes.sort((a, b) -> Long.compare(a.cents(), b.cents()));
    return quotes;
  }

  long sum(Collection<String> names) {
    long[] total = {0};
    AtomicInteger left = new AtomicInteger(names.size());
    CompletableFuture<Void> done = new CompletableFuture<>();
    for (String name : names) {
      CompletableFuture.supplyAsync(() -> carriers.ask(name), io).thenAccept(q -> {
        total[0] += q.cents(); // RACE rmw
        if (left.decrementAndGet() == 0) {
          done.complete(null);
        }
      });
    }
    done.join();
    return total[0];
  }

  Map<String, Long> table(Collection<String> names) {
    Map<String, Long> table = new HashMap<>();
    CompletableFuture<?>[] fs = names.stream()
        .map(n -> CompletableFuture.supplyAsync(() -> carriers.ask(n), io)
            .whenComplete((q, e) -> table.put(n, e == null ? q.cents() : -1L))) // RACE unsafe-collection
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(fs).join();
    table.put("#", (long) fs.length);
    return table;
  }

  /** Outward and return journey. */
  CompletableFuture<Long> both(String out, String back) {
    return CompletableFuture.supplyAsync(() -> carriers.ask(out), io)
        .thenCombine(CompletableFuture.supplyAsync(() -> carriers.ask(back), io), (a, b) -> {
          long cents = a.cents();
          cents += b.cents();
          return cents;
        });
  }

  /** One after the other: each question is asked when the last one has been answered. */
  CompletableFuture<List<Quote>> chain(List<String> names) {
    List<Quote> got = new ArrayList<>();
    CompletableFuture<Void> f = CompletableFuture.completedFuture(null);
    for (String n : names) {
      f = f.thenRunAsync(() -> got.add(carriers.ask(n)), io);
    }
    return f.thenApply(v -> got);
  }

  String counters() {
    return asked + "/" + declined;
  }
}
