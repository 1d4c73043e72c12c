package com.kursrahmen.band;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps low <= high in two atomic variables that know nothing of each other. */
class PriceBand {
  private final AtomicInteger low = new AtomicInteger(0);
  private final AtomicInteger high = new AtomicInteger(1_000);
  private final AtomicLong moves = new AtomicLong();
  private final ExecutorService desks;

  PriceBand(ExecutorService desks) {
    this.desks = desks;
  }

  void raise(int price) {
    desks.execute(
        () -> {
          if (price <= high.get()) { // RACE atomic-compound #1
            low.set(price); // RACE atomic-compound #1
            moves.incrementAndGet();
          }
        });
  }

  void lower(int price) {
    desks.execute(
        () -> {
          if (price >= low.get()) { // RACE atomic-compound #2
            high.set(price); // RACE atomic-compound #2
            moves.incrementAndGet();
          }
        });
  }

  boolean inside(int price) {
    return low.get() <= price && price <= high.get();
  }

  long moves() {
    return moves.get();
  }
}

/** Both ends in one immutable value. */
class SteadyPriceBand {
  record Band(int low, int high) {}

  private final AtomicReference<Band> band = new AtomicReference<>(new Band(0, 1_000));
  private final AtomicLong moves = new AtomicLong();
  private final ExecutorService desks;

  SteadyPriceBand(ExecutorService desks) {
    this.desks = desks;
  }

  void raise(int price) {
    desks.execute(
        () -> {
          Band after =
              band.updateAndGet(b -> price <= b.high() ? new Band(price, b.high()) : b);
          if (after.low() == price) {
            moves.incrementAndGet();
          }
        });
  }

  void lower(int price) {
    desks.execute(
        () -> {
          while (true) {
            Band before = band.get();
            if (price < before.low()) {
              return;
            }
            if (band.compareAndSet(before, new Band(before.low(), price))) {
              moves.incrementAndGet();
              return;
            }
          }
        });
  }

  boolean inside(int price) {
    Band now = band.get();
    return now.low() <= price && price <= now.high();
  }
}
