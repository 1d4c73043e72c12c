package com.altura.risk;

import java.util.Arrays;
import java.util.SplittableRandom;

record Position(String isin, double weight, double volatility) {}

/** Simulates the value at risk of a portfolio with the parallel array operations. */
class RiskEngine {
  private int scenarios;
  private double worst;
  private long compared;

  double[] simulate(Position[] book, long seed, int runs) {
    double[] losses = new double[runs];
    Arrays.parallelSetAll(
        losses,
        run -> {
          scenarios++; // RACE rmw
          double loss = loss(book, new SplittableRandom(seed + run));
          worst = Math.min(worst, loss); // RACE rmw
          return loss;
        });
    return losses;
  }

  void rank(Position[] book) {
    Arrays.parallelSort(
        book,
        (a, b) -> {
          compared++; // RACE rmw
          return Double.compare(b.weight(), a.weight());
        });
  }

  private static double loss(Position[] book, SplittableRandom random) {
    double loss = 0;
    for (Position position : book) {
      loss += position.weight() * position.volatility() * (random.nextDouble() - 0.5);
    }
    return loss;
  }

  String audit() {
    return scenarios + " scenarios, worst " + worst + ", " + compared + " comparisons";
  }
}

class PureRiskEngine {
  private int simulations;

  /** Each cell is computed from its own index and its own old value. */
  double[] stress(double[] losses, double factor) {
    double[] stressed = losses.clone();
    Arrays.parallelSetAll(stressed, i -> stressed[i] * factor);
    Arrays.parallelSort(stressed);
    simulations++;
    return stressed;
  }

  double[] cumulate(double[] losses) {
    double[] sums = losses.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  /** The sequential sibling of parallelSetAll may count. */
  double[] ramp(int cells) {
    double[] ramp = new double[cells];
    int[] step = {0};
    Arrays.setAll(ramp, i -> step[0]++ * 0.01);
    return ramp;
  }

  int simulations() {
    return simulations;
  }
}
