package org.agrimetrics.survey;

import java.util.List;
import java.util.stream.IntStream;

class Tally {
  int samples;
  double nitrogen;

  void add(double value) {
    samples++; // RACE rmw
    nitrogen += value; // RACE rmw
  }
}

/** A record is immutable, what it refers to need not be. */
record Field(String name, Tally tally, int[] grid) {
  Field(String name) {
    this(name, new Tally(), new int[64]);
  }
}

class FieldSurvey {
  /** Each probe adds to the tally of the one field that was captured. */
  static double survey(Field field, List<Double> probes) {
    probes.parallelStream().forEach(field.tally()::add);
    IntStream.range(0, probes.size())
        .parallel()
        .forEach(i -> field.grid()[i % 64] += 1); // RACE rmw
    return field.tally().nitrogen;
  }

  /** Each field is surveyed by a task of its own, with a quiet tally that it made itself. */
  static double surveyAll(List<String> names, List<Double> probes) {
    return names.parallelStream()
        .mapToDouble(
            name -> {
              QuietTally tally = new QuietTally();
              int[] grid = new int[64];
              for (int i = 0; i < probes.size(); i++) {
                tally.add(probes.get(i));
                grid[i % 64]++;
              }
              return tally.mean() + grid[0];
            })
        .sum();
  }
}

/** Used by one task at a time only. */
class QuietTally {
  private int samples;
  private double sum;

  void add(double value) {
    samples++;
    sum += value;
  }

  double mean() {
    return samples == 0 ? 0 : sum / samples;
  }
}
