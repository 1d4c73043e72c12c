package com.marketlane.prices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Prices, and the totals of baskets that were computed from them. */
class PriceCache {
  private final Object lock = new Object();
  private final Map<String, Long> prices = new HashMap<>();
  private final Map<String, Long> totals = new HashMap<>();

  /** Between the two sections the new price stands beside a total of the old one. */
  void set(String article, long cents) {
    synchronized (lock) {
      prices.put(article, cents); // RACE split-lock #1
    }
    synchronized (lock) {
      totals.clear(); // RACE split-lock #1
    }
  }

  long total(String basket, List<String> articles) {
    synchronized (lock) {
      Long cached = totals.get(basket);
      if (cached != null) {
        return cached;
      }
      long sum = 0;
      for (String article : articles) {
        sum += prices.getOrDefault(article, 0L);
      }
      totals.put(basket, sum);
      return sum;
    }
  }

  /** Computes without the lock and stores what may be out of date by then. */
  long slowTotal(String basket, List<String> articles) {
    List<Long> parts = new ArrayList<>();
    synchronized (lock) {
      Long cached = totals.get(basket); // RACE split-lock #2
      if (cached != null) {
        return cached;
      }
      for (String article : articles) {
        parts.add(prices.getOrDefault(article, 0L)); // RACE split-lock #2
      }
    }
    long sum = parts.stream().mapToLong(Long::longValue).sum();
    synchronized (lock) {
      totals.put(basket, sum); // RACE split-lock #2
    }
    return sum;
  }

  /** Needs both to fit. */
  String quote(String basket, String article) {
    synchronized (lock) {
      return prices.get(article) + " of " + totals.get(basket);
    }
  }

  void market(ExecutorService tills, List<String> articles) {
    for (String article : articles) {
      tills.execute(() -> set(article, 199));
      tills.submit(() -> total("b1", articles));
      tills.submit(() -> quote("b1", article));
      tills.submit(() -> slowTotal("b2", articles));
    }
  }
}

/** One section for both maps. */
class AtomicPriceCache {
  private final Map<String, Long> prices = new HashMap<>();
  private final Map<String, Long> totals = new HashMap<>();
  private final ConcurrentHashMap<String, String> labels = new ConcurrentHashMap<>();

  synchronized void set(String article, long cents) {
    prices.put(article, cents);
    totals.clear();
  }

  synchronized long total(String basket, List<String> articles) {
    return totals.computeIfAbsent(
        basket, b -> articles.stream().mapToLong(a -> prices.getOrDefault(a, 0L)).sum());
  }

  String label(String article) {
    return labels.computeIfAbsent(article, a -> a.toUpperCase());
  }

  void market(ExecutorService tills, List<String> articles) {
    for (String article : articles) {
      tills.execute(() -> set(article, 199));
      tills.submit(() -> total("b1", articles));
      tills.submit(() -> label(article));
    }
  }
}
