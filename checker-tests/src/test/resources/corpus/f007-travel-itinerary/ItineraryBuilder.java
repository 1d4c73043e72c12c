package com.roamers.itinerary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

interface Guide {
  Optional<String> tip(String place);

  List<String> sights(String place);
}

/** Lambdas in lambdas: the inner one of a task runs on the thread of the task. */
class ItineraryBuilder {
  private final ExecutorService io;
  private final Guide guide;
  private final AtomicInteger lookups = new AtomicInteger();
  private int tips;
  private int sights;

  ItineraryBuilder(ExecutorService io, Guide guide) {
    this.io = io;
    this.guide = guide;
  }

  /** ifPresent runs its argument at once, but the whole thing is a task. */
  void collectTips(List<String> places) {
    places.forEach(
        place ->
            io.execute(
                () -> {
                  lookups.incrementAndGet();
                  guide.tip(place).ifPresent(tip -> tips++); // RACE rmw
                }));
  }

  /** The inner task is submitted by the outer one and counts for all places. */
  void collectSights(List<String> places) {
    for (String place : places) {
      io.submit(
          () -> {
            List<String> found = guide.sights(place);
            io.submit(
                () -> {
                  sights += found.size(); // RACE rmw
                });
          });
    }
  }

  /** The list that the inner lambda fills was made by the task around it. */
  List<Callable<List<String>>> plan(List<String> places) {
    List<Callable<List<String>>> tasks = new ArrayList<>();
    int[] planned = {0};
    places.forEach(
        place -> {
          planned[0]++;
          int day = planned[0];
          tasks.add(
              () -> {
                List<String> lines = new ArrayList<>();
                int[] number = {0};
                guide.sights(place).forEach(s -> lines.add(day + "." + ++number[0] + " " + s));
                return lines;
              });
        });
    return tasks;
  }

  List<String> build(List<String> places) throws Exception {
    List<String> all = new ArrayList<>();
    for (var lines : io.invokeAll(plan(places))) {
      all.addAll(lines.get());
    }
    return all;
  }

  String stats() {
    return lookups.get() + " lookups, " + tips + " tips, " + sights + " sights";
  }
}
