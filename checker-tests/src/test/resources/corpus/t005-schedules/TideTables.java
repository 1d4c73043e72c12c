package com.seagauge.tides;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fixed-rate task never runs beside itself; two of them on a pool of four do. */
class TideTables {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
  private final Deque<Double> levels = new ArrayDeque<>();
  private final AtomicInteger errors = new AtomicInteger();
  private double mean;
  private int samples;
  private int uploads;
  private int retries;

  /** Samples are taken by one task only. */
  private void sample() {
    double level = Math.sin(System.nanoTime());
    levels.addLast(level);
    if (levels.size() > 96) {
      levels.removeFirst();
    }
    samples++;
    mean = mean + (level - mean) / samples;
  }

  /** Both tasks below come here. */
  private void upload() {
    uploads++; // RACE rmw
    if (uploads % 7 == 0) {
      errors.incrementAndGet();
    }
  }

  private void retry() {
    retries++;
    upload();
  }

  void start() {
    timer.scheduleAtFixedRate(this::sample, 0, 15, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(this::upload, 1, 5, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(this::retry, 2, 5, TimeUnit.MINUTES);
  }

  void stop() {
    timer.shutdownNow();
  }
}

/** One thread for all tasks: none runs beside another. */
class SerialTideTables {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private int uploads;
  private int samples;
  private double mean;

  private void upload() {
    uploads++;
    if (mean > 0) {
      mean = mean / 2;
    }
  }

  private void sample() {
    samples++;
    mean = mean + (Math.sin(samples) - mean) / samples;
  }

  void start() {
    timer.scheduleAtFixedRate(this::sample, 0, 15, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(this::upload, 1, 5, TimeUnit.MINUTES);
    timer.schedule(this::upload, 30, TimeUnit.SECONDS);
  }
}
