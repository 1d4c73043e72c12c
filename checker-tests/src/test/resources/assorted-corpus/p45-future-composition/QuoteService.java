package com.voyage.quotes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

public class QuoteService {

  public interface Airline {
    String code();

    int quote(String route);
  }

  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final List<Airline> airlines;
  private int answered;
  private int timeouts;
  private int requests;

  public QuoteService(List<Airline> airlines) {
    this.airlines = List.copyOf(airlines);
  }

  public Map<String, Integer> quotes(String route) {
    Map<String, Integer> result = new HashMap<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Airline a : airlines) {
      all.add(
          CompletableFuture.supplyAsync(() -> a.quote(route), pool)
              .thenAccept(price -> {
                result.put(a.code(), price); // RACE unsafe-collection
                answered++; // RACE rmw
              })
              .exceptionally(e -> {
                synchronized (this) {
                  timeouts++;
                }
                return null;
              }));
    }
    CompletableFuture.allOf(all.toArray(new CompletableFuture[0])).join();
    return result;
  }

  /** Joins first, then collects on the calling thread into a map of its own. */
  public Map<String, Integer> quotesJoined(String route) {
    Map<Airline, CompletableFuture<Integer>> futures = new HashMap<>();
    for (Airline a : airlines) {
      futures.put(a, CompletableFuture.supplyAsync(() -> a.quote(route), pool));
    }
    Map<String, Integer> result = new HashMap<>();
    int sum = 0;
    for (Map.Entry<Airline, CompletableFuture<Integer>> e : futures.entrySet()) {
      int price = e.getValue().join();
      sum += price;
      result.put(e.getKey().code(), price);
    }
    result.put("avg", result.isEmpty() ? 0 : sum / result.size());
    return result;
  }

  /** Stages of one chain follow each other. */
  public CompletableFuture<List<String>> itinerary(String from, String to) {
    List<String> steps = new ArrayList<>();
    int[] cost = {0};
    return CompletableFuture.runAsync(() -> {
          steps.add("out " + from);
          cost[0] += 10;
        }, pool)
        .thenRunAsync(() -> {
          steps.add("in " + to);
          cost[0] += 20;
        }, pool)
        .thenApply(v -> {
          steps.add("cost " + cost[0]);
          return Collections.unmodifiableList(steps);
        });
  }

  public List<Integer> sorted(String route) {
    return airlines.stream()
        .map(a -> CompletableFuture.supplyAsync(() -> a.quote(route), pool))
        .collect(Collectors.toList())
        .stream()
        .map(CompletableFuture::join)
        .sorted()
        .collect(Collectors.toList());
  }

  public synchronized int timeouts() {
    return timeouts;
  }

  public int answered() {
    return answered;
  }

  public synchronized int nextRequest() {
    return ++requests;
  }
}
