package org.thermolab.diffusion;

import java.util.concurrent.RecursiveAction;

/** One time step on a strip of the plate: reads {@code now}, writes its rows of {@code next}. */
class DiffusionAction extends RecursiveAction {
  private final Plate plate;
  private final int from;
  private final int to;

  DiffusionAction(Plate plate, int from, int to) {
    this.plate = plate;
    this.from = from;
    this.to = to;
  }

  @Override
  protected void compute() {
    if (to - from > 32) {
      int middle = (from + to) / 2;
      invokeAll(
          new DiffusionAction(plate, from, middle), new DiffusionAction(plate, middle, to));
      return;
    }
    for (int row = from; row < to; row++) {
      relax(row);
    }
    plate.strips++; // RACE rmw
  }

  private void relax(int row) {
    double[] line = plate.next[row];
    for (int x = 1; x + 1 < line.length; x++) {
      double around = plate.now[row][x - 1] + plate.now[row][x + 1];
      line[x] = (line[x] + around) / 3;
      double change = Math.abs(line[x] - plate.now[row][x]);
      if (plate.largestChange < change) { // RACE rmw #1
        plate.largestChange = change; // RACE rmw #1
      }
    }
  }
}

class Plate {
  double[][] now;
  double[][] next;
  double largestChange;
  int strips;

  Plate(int rows, int columns) {
    now = new double[rows][columns];
    next = new double[rows][columns];
  }
}
