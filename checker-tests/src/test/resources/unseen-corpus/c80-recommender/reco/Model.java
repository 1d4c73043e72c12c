package reco;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Weights of items. */
public class Model {
  private final double[] weights = new double[1000];
  private final long[] views = new long[1000];
  private final Random seeds = new Random(42);
  private double loss;
  private double bestLoss = Double.MAX_VALUE;
  private int epochs;

  public Model() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += seeds.nextDouble();
    }
  }

  void observe(int item) {
    views[item % views.length]++; // RACE rmw
    synchronized (weights) {
      weights[item % weights.length] += ThreadLocalRandom.current().nextDouble() / 100;
    }
  }

  void loss(double l) {
    loss += l; // RACE rmw
  }

  /** Run by the phaser between two epochs, while the workers wait. */
  void endEpoch() {
    epochs++;
    if (loss < bestLoss) {
      bestLoss = loss;
    }
    loss = 0;
  }

  double weight(int item) {
    synchronized (weights) {
      return weights[item];
    }
  }

  int epochs() {
    return epochs;
  }
}
