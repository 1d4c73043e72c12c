package com.truckstop.fuel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What is left in the tanks under a filling station. */
class FuelGauge {
  private final Lock lock = new ReentrantLock();
  private double diesel = 20_000;
  private double petrol = 18_000;
  private double adblue = 4_000;
  private int fillings;

  /** Only the read is locked. */
  void pumpDiesel(double litres) {
    double level;
    lock.lock();
    try {
      level = diesel; // RACE wrong-lock #1
    } finally {
      lock.unlock();
    }
    diesel = level - litres; // RACE wrong-lock #1
  }

  /** Only the write is locked. */
  void pumpPetrol(double litres) {
    double level = petrol; // RACE wrong-lock #2
    lock.lock();
    try {
      petrol = level - litres; // RACE wrong-lock #2
      fillings++;
    } finally {
      lock.unlock();
    }
  }

  /** The argument is computed before the method locks. */
  void pumpAdblue(double litres) {
    setAdblue(adblue - litres); // RACE wrong-lock #3
  }

  private void setAdblue(double litres) {
    lock.lock();
    try {
      adblue = litres; // RACE wrong-lock #3
      fillings++;
    } finally {
      lock.unlock();
    }
  }

  double total() {
    lock.lock();
    try {
      return diesel + petrol + adblue;
    } finally {
      lock.unlock();
    }
  }

  void day(ExecutorService pumps, int cars) {
    for (int i = 0; i < cars; i++) {
      pumps.execute(() -> pumpDiesel(55));
      pumps.execute(() -> pumpPetrol(40));
      pumps.execute(() -> pumpAdblue(10));
    }
  }
}

class SteadyFuelGauge {
  private final Lock lock = new ReentrantLock();
  private double diesel = 20_000;
  private double petrol = 18_000;
  private int fillings;

  void pumpDiesel(double litres) {
    lock.lock();
    try {
      double level = diesel;
      level -= litres;
      diesel = level;
    } finally {
      lock.unlock();
    }
  }

  /** Computed inside, set by a method that locks again. */
  void pumpPetrol(double litres) {
    lock.lock();
    try {
      setPetrol(petrol - litres);
    } finally {
      lock.unlock();
    }
  }

  private void setPetrol(double litres) {
    lock.lock();
    try {
      petrol = litres;
      fillings++;
    } finally {
      lock.unlock();
    }
  }

  void day(ExecutorService pumps, int cars) {
    for (int i = 0; i < cars; i++) {
      pumps.execute(() -> pumpDiesel(55));
      pumps.execute(() -> pumpPetrol(40));
    }
  }
}
