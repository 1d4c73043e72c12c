package org.thermolab.diffusion;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/** Drives the time steps; between two steps no task is running. */
class Simulation {
  private final ForkJoinPool pool = new ForkJoinPool(4);
  private final Plate plate = new Plate(512, 512);
  private int steps;

  void step() {
    pool.invoke(new DiffusionAction(plate, 0, plate.now.length));
    double[][] swap = plate.now;
    plate.now = plate.next;
    plate.next = swap;
    steps++;
  }

  int steps() {
    return steps;
  }

  double largestChange() {
    return plate.largestChange;
  }
}

/** Cools the rim: every action owns its cells, and each folds its change into a cell of its own. */
class CoolingAction extends RecursiveAction {
  private final double[] rim;
  private final double[] changeByStrip;
  private final int strip;
  private final int width;

  CoolingAction(double[] rim, double[] changeByStrip, int strip, int width) {
    this.rim = rim;
    this.changeByStrip = changeByStrip;
    this.strip = strip;
    this.width = width;
  }

  @Override
  protected void compute() {
    for (int x = strip * width; x < (strip + 1) * width; x++) {
      double before = rim[x];
      rim[x] *= 0.98;
      changeByStrip[strip] += before - rim[x];
    }
  }

  static double cool(double[] rim, int strips) {
    double[] changes = new double[strips];
    CoolingAction[] actions = new CoolingAction[strips];
    for (int s = 0; s < strips; s++) {
      actions[s] = new CoolingAction(rim, changes, s, rim.length / strips);
    }
    invokeAll(actions);
    double sum = 0;
    for (double change : changes) {
      sum += change;
    }
    return sum;
  }
}
