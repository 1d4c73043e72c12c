package com.preisblatt.lists;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;

/** Looks like check-then-act from afar. */
class PriceLists {
  private final ConcurrentHashMap<String, Integer> prices = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Integer> discounts = new ConcurrentHashMap<>();
  private final Properties defaults = new Properties();

  PriceLists(Map<String, Integer> initial) {
    for (Map.Entry<String, Integer> e : initial.entrySet()) {
      if (!prices.containsKey(e.getKey())) {
        prices.put(e.getKey(), e.getValue());
      }
    }
    defaults.setProperty("currency", "EUR");
  }

  /** The test is on one map, the step on another. */
  void discount(String article, int percent) {
    if (prices.containsKey(article)) {
      discounts.put(article, percent);
    }
  }

  /** The value that is stored does not depend on the value that was there. */
  void setPrice(String article, int cents) {
    Integer before = prices.get(article);
    System.out.println(article + " was " + before);
    prices.put(article, cents);
  }

  int price(String article) {
    Integer cents = prices.get(article);
    Integer percent = discounts.get(article);
    return cents == null ? 0 : cents - (percent == null ? 0 : cents * percent / 100);
  }

  /** The map is this call's own. */
  Map<String, Integer> expensive(int above) {
    Map<String, Integer> result = new ConcurrentHashMap<>();
    Map<String, Integer> initials = new HashMap<>();
    prices.forEach(
        (article, cents) -> {
          if (cents > above && !result.containsKey(article)) {
            result.put(article, cents);
          }
          String initial = article.substring(0, 1);
          initials.put(initial, initials.getOrDefault(initial, 0) + 1);
        });
    result.put("#initials", initials.size());
    return result;
  }

  void updateAll(Map<String, Integer> changes) {
    changes.forEach(
        (article, cents) ->
            ForkJoinPool.commonPool()
                .execute(
                    () -> {
                      setPrice(article, cents);
                      discount(article, 0);
                      raise(article);
                    }));
  }

  /** This one is what the others only look like. */
  private void raise(String article) {
    Integer cents = prices.get(article); // RACE check-then-act #1
    if (cents != null) {
      prices.put(article, cents + 1); // RACE check-then-act #1
    }
  }
}
