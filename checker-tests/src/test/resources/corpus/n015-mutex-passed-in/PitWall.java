package io.pitlane.telemetry;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Wires the gauges of the cars to the receiver threads. */
final class PitWall {
  private final ExecutorService receivers;

  PitWall(ExecutorService receivers) {
    this.receivers = receivers;
  }

  CarState shared(List<String> names) {
    CarState car = new CarState();
    Object mutex = new Object();
    for (String name : names) {
      SharedMutexGauge gauge = new SharedMutexGauge(mutex, car, name);
      receivers.execute(() -> gauge.sample(1));
    }
    return car;
  }

  CarState own(List<String> names) {
    CarState car = new CarState();
    for (String name : names) {
      OwnMutexGauge gauge = new OwnMutexGauge(car, name);
      receivers.execute(() -> gauge.sample(1));
    }
    return car;
  }

  CarState forgetful(int gauges) {
    CarState car = new CarState();
    Object mutex = new Object();
    for (int i = 0; i < gauges; i++) {
      ForgetfulGauge gauge = new ForgetfulGauge(mutex, car);
      receivers.execute(gauge::outlier);
    }
    return car;
  }
}
