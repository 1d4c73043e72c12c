package io.pitlane.telemetry;

import java.util.HashMap;
import java.util.Map;

/** Values of one race car, shared by its instruments. */
class CarState {
  final Map<String, Double> values = new HashMap<>();
  int samples;
  int outliers;
}

/** The mutex belongs to the car and is handed to every instrument. */
class SharedMutexGauge {
  private final Object mutex;
  private final CarState car;
  private final String name;

  SharedMutexGauge(Object mutex, CarState car, String name) {
    this.mutex = mutex;
    this.car = car;
    this.name = name;
  }

  void sample(double value) {
    synchronized (mutex) {
      car.values.put(name, value);
      car.samples++;
    }
  }
}

/** Each gauge makes a mutex of its own. */
class OwnMutexGauge {
  private final Object mutex = new Object();
  private final CarState car;
  private final String name;

  OwnMutexGauge(CarState car, String name) {
    this.car = car;
    this.name = name;
  }

  void sample(double value) {
    synchronized (mutex) {
      car.values.put(name, value); // RACE wrong-lock
      car.samples++; // RACE wrong-lock
    }
  }
}

/** Takes the mutex but forgets to keep it. */
class ForgetfulGauge {
  private final Object mutex;
  private final CarState car;
  private int own;

  ForgetfulGauge(Object shared, CarState car) {
    this.mutex = new Object();
    this.car = car;
  }

  void outlier() {
    synchronized (mutex) {
      own++;
      car.outliers++; // RACE wrong-lock
    }
  }

  int own() {
    synchronized (mutex) {
      return own;
    }
  }
}
