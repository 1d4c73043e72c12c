package com.pitlane.timing;

import java.util.concurrent.ExecutorService;

class Car {
  int laps;
  long bestMillis = Long.MAX_VALUE;
  final Tyres tyres = new Tyres();

  static final class Tyres {
    double wear;
    int[] punctures = new int[4];
  }
}

/** Timing loops of a circuit; the updated cell is found by a path through several objects. */
class Circuit {
  private final Car[] grid;
  private final ExecutorService loops;
  private final Totals totals = new Totals();

  private static final class Totals {
    long laps;
    double wear;
  }

  Circuit(Car[] grid, ExecutorService loops) {
    this.grid = grid;
    this.loops = loops;
  }

  /** The pit lane and the finish line see the same car within a millisecond. */
  void onPass(int car, long millis) {
    loops.execute(
        () -> {
          grid[car].laps++; // RACE rmw
          this.totals.laps += 1; // RACE rmw
          if (millis < grid[car].bestMillis) { // RACE rmw #1
            grid[car].bestMillis = millis; // RACE rmw #1
          }
        });
  }

  void onTyreScan(int car, int wheel, double wear) {
    loops.execute(
        () -> {
          Car.Tyres tyres = grid[car].tyres;
          tyres.wear = tyres.wear + wear; // RACE rmw
          tyres.punctures[wheel] += wear > 0.9 ? 1 : 0; // RACE rmw
          totals.wear -= -wear; // RACE rmw
        });
  }

  String totals() {
    return totals.laps + " laps, wear " + totals.wear;
  }
}

/** The monitor of the car protects what hangs off the car. */
class LockedCircuit {
  private final Car[] grid;
  private final ExecutorService loops;

  LockedCircuit(Car[] grid, ExecutorService loops) {
    this.grid = grid.clone();
    this.loops = loops;
  }

  void onPass(int number, long millis) {
    Car car = grid[number];
    loops.execute(
        () -> {
          synchronized (car) {
            car.laps++;
            car.bestMillis = Math.min(car.bestMillis, millis);
          }
        });
  }

  void onTyreScan(int number, int wheel, double wear) {
    loops.execute(
        () -> {
          Car car = grid[number];
          synchronized (car) {
            car.tyres.wear += wear;
            car.tyres.punctures[wheel]++;
          }
        });
  }
}
