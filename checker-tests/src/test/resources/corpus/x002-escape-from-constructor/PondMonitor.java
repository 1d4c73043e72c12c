package org.wetlands.pond;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts to measure in the middle of its constructor. */
class PondMonitor {
  private final List<Double> readings = new ArrayList<>();
  private final Thread sampler;
  private int samples;
  private int calibrations;

  PondMonitor(int depth) {
    calibrations = 1;
    calibrations += depth;
    sampler = new Thread(this::sample, "sampler");
    sampler.start();
    readings.add(0.0); // RACE unsafe-collection #1
    samples++; // RACE rmw #2
    if (depth > 3) {
      calibrate();
    }
  }

  private void calibrate() {
    samples += 10; // RACE rmw #2
  }

  private void sample() {
    for (int i = 0; i < 1000; i++) {
      readings.add(Math.random()); // RACE unsafe-collection #1
      samples++; // RACE rmw #2
    }
  }

  int samples() {
    return samples + calibrations;
  }
}

/** Everything is in place before the thread is started, and it is the last thing done. */
class StillPondMonitor {
  private final List<Double> readings = new ArrayList<>();
  private int samples;

  StillPondMonitor(int depth) {
    readings.add(0.0);
    samples++;
    if (depth > 3) {
      calibrate();
    }
    Thread sampler = new Thread(this::sample, "sampler");
    sampler.setDaemon(true);
    sampler.start();
  }

  private void calibrate() {
    samples += 10;
  }

  private void sample() {
    for (int i = 0; i < 1000; i++) {
      readings.add(Math.random());
      samples++;
    }
  }
}

/** The factory starts what the constructor has finished. */
final class FactoryPondMonitor {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private double level;
  private int samples;

  private FactoryPondMonitor(double start) {
    level = start;
    level *= 2;
    samples++;
  }

  static FactoryPondMonitor start(double level) {
    FactoryPondMonitor monitor = new FactoryPondMonitor(level);
    monitor.samples += 5;
    monitor.timer.scheduleAtFixedRate(monitor::sample, 0, 1, TimeUnit.SECONDS);
    return monitor;
  }

  private void sample() {
    samples++;
    level = level * 0.99 + Math.random();
  }
}
