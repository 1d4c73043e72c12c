package com.steepleaf.tasting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A tasting sheet; made and filled by one thread, with lambdas that run on the spot. */
class TastingSheet {
  private final Map<String, List<Integer>> marks = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private int cups;
  private int best;
  private int compared;

  void taste(List<String> teas) {
    teas.forEach(
        tea -> {
          cups++;
          marks.computeIfAbsent(tea, t -> {
            order.add(t);
            return new ArrayList<>();
          }).add(cups);
        });
    Optional.of(teas)
        .filter(t -> !t.isEmpty())
        .ifPresentOrElse(t -> best = Math.max(best, t.size()), () -> cups--);
    teas.stream().map(String::length).filter(n -> n > best).forEach(n -> best = n);
    marks.replaceAll((tea, list) -> {
      cups += list.size();
      return list;
    });
    order.sort(
        Comparator.comparing(
            tea -> {
              compared++;
              return tea;
            }));
    order.removeIf(tea -> {
      boolean empty = marks.get(tea).isEmpty();
      if (empty) {
        cups--;
      }
      return empty;
    });
  }

  int cups() {
    return cups + best + compared;
  }
}

class TeaTasting {
  private int tables;
  private int spills;
  private final AtomicInteger pots = new AtomicInteger();
  private final List<String> favourites = new ArrayList<>();

  /** The lambda of the sequential stream runs under the monitor. */
  synchronized void favour(List<String> teas) {
    teas.stream().filter(t -> !favourites.contains(t)).forEach(favourites::add);
    teas.forEach(t -> tables++);
  }

  /** Parallel is one word more. */
  void spill(List<String> teas) {
    teas.parallelStream().filter(String::isEmpty).forEach(t -> spills++); // RACE rmw
  }

  synchronized void favourFast(Stream<String> teas) {
    teas.parallel().forEach(favourites::add); // RACE unsafe-collection
  }

  void pour(List<String> teas) {
    teas.parallelStream().forEach(t -> pots.incrementAndGet());
  }

  int spills() {
    return spills;
  }

  void evening(ExecutorService guests, List<String> teas) {
    for (int i = 0; i < 10; i++) {
      guests.execute(
          () -> {
            TastingSheet sheet = new TastingSheet();
            sheet.taste(teas);
            System.out.println(sheet.cups());
          });
      guests.execute(() -> favour(teas));
    }
    spill(teas);
    pour(teas);
    favourFast(teas.stream());
  }
}
