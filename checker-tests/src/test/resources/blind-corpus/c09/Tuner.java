package com.tunable.config;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Adapts the batch size; reacts to changed settings as well. */
final class Tuner {
  private final Settings settings;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private int batch = 100;
  private int rounds;
  private int changes;

  Tuner(Settings settings) {
    this.settings = settings;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::adapt, 1, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::decay, 60, 60, TimeUnit.SECONDS);
    settings.listen(s -> changes++); // MAYBE
  }

  private void adapt() {
    rounds++;
    int target = Integer.parseInt(settings.get("target", "100"));
    if (batch < target) { // RACE rmw #2
      batch += 10; // RACE rmw #2
    }
    if (rounds % 100 == 0) {
      settings.patch("batch", Integer.toString(batch));
    }
  }

  private void decay() {
    batch -= batch / 10; // RACE rmw
  }

  int batch() {
    return batch;
  }

  int changes() {
    return changes;
  }
}
