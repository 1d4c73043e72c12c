package com.wanderly.fares;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

record Offer(String airline, long cents) {}

interface Airline {
  List<Offer> search(String from, String to);
}

/** Asks all airlines and shows how the search goes while it runs. */
class FareSearch {
  private final Executor io;
  private final List<Offer> offers = new ArrayList<>();
  private int answered;
  private Offer cheapest;

  FareSearch(Executor io) {
    this.io = io;
  }

  CompletableFuture<Void> search(List<Airline> airlines, String from, String to) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Airline airline : airlines) {
      all.add(
          CompletableFuture.supplyAsync(() -> airline.search(from, to), io)
              .thenAccept(this::answered));
    }
    return CompletableFuture.allOf(all.toArray(new CompletableFuture[0]));
  }

  /** A dependent stage runs on whichever thread completes the stage before it. */
  private void answered(List<Offer> found) {
    answered += 1; // RACE rmw
    offers.addAll(found); // RACE unsafe-collection
    for (Offer offer : found) {
      if (cheapest == null || offer.cents() < cheapest.cents()) { // RACE rmw #1
        cheapest = offer; // RACE rmw #1
      }
    }
  }

  String progress() {
    return answered + " airlines, best " + cheapest;
  }
}

/** The results are put together after all stages are complete. */
class JoinedFareSearch {
  private final Executor io;
  private int searches;

  JoinedFareSearch(Executor io) {
    this.io = io;
  }

  List<Offer> search(List<Airline> airlines, String from, String to) {
    List<CompletableFuture<List<Offer>>> all =
        airlines.stream()
            .map(airline -> CompletableFuture.supplyAsync(() -> airline.search(from, to), io))
            .collect(Collectors.toList());
    List<Offer> offers = new ArrayList<>();
    for (CompletableFuture<List<Offer>> one : all) {
      offers.addAll(one.join());
    }
    searches++;
    offers.sort((a, b) -> Long.compare(a.cents(), b.cents()));
    return offers;
  }

  int searches() {
    return searches;
  }
}
