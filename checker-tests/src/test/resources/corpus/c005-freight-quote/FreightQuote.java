package com.haulmate.quote;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

interface Tariff {
  long tolls(String route);

  long fuel(String route);
}

/** Prices one route; the parts of the price are looked up in parallel. */
class FreightQuote {
  private final Tariff tariff;
  private final Map<String, Long> parts = new HashMap<>();
  private long cents;

  FreightQuote(Tariff tariff) {
    this.tariff = tariff;
  }

  /** The one task is joined before this thread goes on. */
  long serial(String route) {
    CompletableFuture<Void> tolls =
        CompletableFuture.runAsync(
            () -> {
              cents += tariff.tolls(route);
              parts.put("tolls", cents);
            });
    tolls.join();
    cents += tariff.fuel(route);
    parts.put("fuel", cents);
    return cents;
  }

  /** The calling thread prices the fuel while the tolls are still under way. */
  long overlapped(String route) {
    CompletableFuture<Void> tolls =
        CompletableFuture.runAsync(
            () -> {
              cents += tariff.tolls(route); // RACE rmw #1
            });
    cents += tariff.fuel(route); // RACE rmw #1
    tolls.join();
    return cents;
  }

  /** Each task has a value of its own; the addition comes after both. */
  long combined(String route) {
    CompletableFuture<Long> tolls = CompletableFuture.supplyAsync(() -> tariff.tolls(route));
    CompletableFuture<Long> fuel = CompletableFuture.supplyAsync(() -> tariff.fuel(route));
    CompletableFuture.allOf(tolls, fuel).join();
    cents = cents + tolls.join();
    cents = cents + fuel.join();
    parts.put("all", cents);
    return cents;
  }
}
