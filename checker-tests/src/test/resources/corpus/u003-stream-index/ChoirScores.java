package org.cantabile.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges' marks of a choir contest, evaluated with parallel streams. */
class ChoirScores {
  private final int[][] marks;
  private final String[] choirs;
  private double best;

  ChoirScores(String[] choirs, int[][] marks) {
    this.choirs = choirs;
    this.marks = marks;
  }

  /** One index, one thread. */
  double[] totals() {
    double[] totals = new double[choirs.length];
    IntStream.range(0, choirs.length)
        .parallel()
        .forEach(
            i -> {
              for (int mark : marks[i]) {
                totals[i] += mark;
              }
              totals[i] /= marks[i].length;
            });
    return totals;
  }

  /** The index is a mark, and many choirs have the same. */
  int[] distribution() {
    int[] counts = new int[11];
    IntStream.range(0, choirs.length)
        .parallel()
        .forEach(i -> counts[marks[i][0]]++); // RACE rmw
    return counts;
  }

  int[] atomicDistribution() {
    AtomicIntegerArray counts = new AtomicIntegerArray(11);
    IntStream.range(0, choirs.length)
        .parallel()
        .forEach(i -> counts.incrementAndGet(marks[i][0]));
    return IntStream.range(0, 11).map(counts::get).toArray();
  }

  double best() {
    IntStream.range(0, choirs.length)
        .parallel()
        .forEach(
            i -> {
              double mean = Arrays.stream(marks[i]).average().orElse(0);
              if (mean > best) { // RACE rmw #1
                best = mean; // RACE rmw #1
              }
            });
    return best;
  }

  List<String> winners(double limit) {
    List<String> winners = new ArrayList<>();
    IntStream.range(0, choirs.length)
        .parallel()
        .filter(i -> marks[i][0] > limit)
        .forEach(i -> winners.add(choirs[i])); // RACE unsafe-collection
    return winners;
  }

  List<String> collectedWinners(double limit) {
    return IntStream.range(0, choirs.length)
        .parallel()
        .filter(i -> marks[i][0] > limit)
        .mapToObj(i -> choirs[i])
        .collect(Collectors.toList());
  }

  /** setAll and prefix sums of Arrays keep each index to itself. */
  long[] running() {
    long[] sums = new long[choirs.length];
    Arrays.parallelSetAll(sums, i -> Arrays.stream(marks[i]).sum());
    Arrays.parallelPrefix(sums, Long::sum);
    return sums;
  }
}
