package com.tankstelle.pump;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** All pumps draw from one tank: a getter, a computation and a setter. */
class FuelStation {
  private final Tank tank;
  private final ExecutorService pumps;

  FuelStation(Tank tank, ExecutorService pumps) {
    this.tank = tank;
    this.pumps = pumps;
  }

  void fill(double litres) {
    pumps.execute(() -> tank.setLitres(tank.getLitres() - litres)); // RACE rmw
  }

  void deliver(double litres, int tankers) {
    for (int i = 0; i < tankers; i++) {
      pumps.execute(
          () -> {
            double level = tank.getLitres(); // RACE rmw #1
            double full = level + litres;
            tank.setLitres(full); // RACE rmw #1
            tank.setRefills(tank.getRefills() + 1); // RACE rmw
            tank.setProduct("E10");
          });
    }
  }

  String gauge() {
    return tank.getProduct() + ": " + tank.getLitres();
  }
}

/** Every use of the getters and setters is under the station's own lock. */
class LockedFuelStation {
  private final Tank tank;
  private final Object lock = new Object();

  LockedFuelStation(double litres) {
    tank = new Tank(litres);
  }

  void fillAll(List<Double> customers) {
    customers.parallelStream().forEach(this::fill);
  }

  private void fill(double litres) {
    synchronized (lock) {
      tank.setLitres(tank.getLitres() - litres);
    }
  }

  void deliver(double litres) {
    synchronized (lock) {
      tank.setLitres(tank.getLitres() + litres);
      tank.setRefills(tank.getRefills() + 1);
    }
  }
}

/** A mobile tank belongs to the driver who fills it. */
class MobileStation {
  double tour(List<Double> stops) {
    return stops.parallelStream()
        .mapToDouble(
            litres -> {
              Tank mobile = new Tank(1_000);
              mobile.setLitres(mobile.getLitres() - litres);
              mobile.setRefills(mobile.getRefills() + 1);
              return mobile.getLitres();
            })
        .sum();
  }
}
