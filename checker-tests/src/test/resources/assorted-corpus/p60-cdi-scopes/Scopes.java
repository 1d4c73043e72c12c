package org.bistro.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

@ApplicationScoped
class Kitchen {
  private final List<String> open = new ArrayList<>();
  private final Map<String, Integer> cooked = new HashMap<>();
  private final ReentrantLock stove = new ReentrantLock();
  private int orders;
  private double turnover;

  int place(String dish) {
    open.add(dish); // RACE unsafe-collection
    return ++orders; // RACE rmw
  }

  void cook(String dish, double price) {
    stove.lock();
    try {
      cooked.merge(dish, 1, Integer::sum);
      turnover += price;
    } finally {
      stove.unlock();
    }
  }

  void cancel(@Observes Cancelled c) {
    stove.lock();
    try {
      turnover -= c.price();
      cooked.computeIfPresent(c.dish(), (d, n) -> n > 1 ? n - 1 : null);
    } finally {
      stove.unlock();
    }
  }
}

record Cancelled(String dish, double price) {}

@RequestScoped
class Bill {
  @Inject Kitchen kitchen;
  private final Map<String, Double> lines = new LinkedHashMap<>();
  private double sum;
  private int tips;

  void line(String dish, double price) {
    lines.put(dish + lines.size(), price);
    sum += price;
    kitchen.cook(dish, price);
  }

  void tip(int cents) {
    tips += cents;
  }

  double total() {
    return sum + tips / 100.0;
  }
}
