package com.hopfengold.brewery;

import java.util.ArrayList;
import java.util.List;

interface Thermometer {
  double read();
}

/** Heats one kettle; made to be run by a thread of its own. */
class KettleControl implements Runnable {
  private final Thermometer thermometer;
  private final double target;
  private int heatingSteps;
  private double heat;

  KettleControl(Thermometer thermometer, double target) {
    this.thermometer = thermometer;
    this.target = target;
  }

  @Override
  public void run() {
    while (thermometer.read() < target) {
      heat += 0.5;
      heatingSteps++;
    }
  }

  int heatingSteps() {
    return heatingSteps;
  }
}

/** The same control for a double kettle: two threads drive the one object. */
class DoubleKettleControl implements Runnable {
  private final Thermometer left;
  private final Thermometer right;
  private int heatingSteps;
  private final List<Double> curve = new ArrayList<>();

  DoubleKettleControl(Thermometer left, Thermometer right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public void run() {
    for (int minute = 0; minute < 60; minute++) {
      double warmer = Math.max(left.read(), right.read());
      curve.add(warmer); // RACE unsafe-collection
      heatingSteps++; // RACE rmw
    }
  }

  int heatingSteps() {
    return heatingSteps;
  }
}

class Brewery {
  private int brews;

  void brew(List<Thermometer> kettles) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Thermometer kettle : kettles) {
      threads.add(new Thread(new KettleControl(kettle, 67)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    brews++;
  }

  int brewDouble(Thermometer left, Thermometer right) throws InterruptedException {
    DoubleKettleControl control = new DoubleKettleControl(left, right);
    Thread fast = new Thread(control, "fast");
    Thread slow = new Thread(control, "slow");
    fast.start();
    slow.start();
    fast.join();
    slow.join();
    brews++;
    return control.heatingSteps() / brews;
  }
}
