package com.bannerei.ads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Atomic variables, each used in two steps. */
class AdCounters {
  private final ExecutorService servers;
  private final AtomicInteger shown = new AtomicInteger();
  private final AtomicLong cents = new AtomicLong();
  private final AtomicLong best = new AtomicLong();
  private final AtomicBoolean capped = new AtomicBoolean();
  private final AtomicReference<String> trail = new AtomicReference<>("");
  private final AtomicInteger slots = new AtomicInteger(40);

  AdCounters(ExecutorService servers) {
    this.servers = servers;
  }

  void show(String ad, long price) {
    servers.execute(() -> count(ad, price));
  }

  private void count(String ad, long price) {
    shown.set(shown.get() + 1); // RACE atomic-compound
    long before = cents.get(); // RACE atomic-compound #1
    cents.lazySet(before + price); // RACE atomic-compound #1
    if (price > best.get()) { // RACE atomic-compound #2
      best.set(price); // RACE atomic-compound #2
    }
    trail.set(trail.get() + ad + ";"); // RACE atomic-compound
    if (slots.get() > 0) { // RACE atomic-compound #3
      slots.decrementAndGet(); // RACE atomic-compound #3
    }
    if (!capped.get() && shown.get() > 10_000) { // RACE atomic-compound #4
      capped.set(true); // RACE atomic-compound #4
      System.out.println("capped at " + ad);
    }
  }

  String report() {
    return shown.get() + " " + cents.get() + " " + best.get() + " " + trail.get();
  }
}

/** Each update is one call, or a loop that ends when nobody came between. */
class SteadyAdCounters {
  private final ExecutorService servers;
  private final AtomicInteger shown = new AtomicInteger();
  private final AtomicLong cents = new AtomicLong();
  private final AtomicLong best = new AtomicLong();
  private final AtomicBoolean capped = new AtomicBoolean();
  private final AtomicReference<String> trail = new AtomicReference<>("");
  private final AtomicInteger slots = new AtomicInteger(40);

  SteadyAdCounters(ExecutorService servers) {
    this.servers = servers;
  }

  void show(String ad, long price) {
    servers.execute(() -> count(ad, price));
  }

  private void count(String ad, long price) {
    int number = shown.incrementAndGet();
    cents.addAndGet(price);
    best.accumulateAndGet(price, Math::max);
    trail.updateAndGet(t -> t + ad + ";");
    slots.updateAndGet(free -> free > 0 ? free - 1 : 0);
    if (number > 10_000 && capped.compareAndSet(false, true)) {
      System.out.println("capped at " + ad);
    }
  }

  /** Independent values may be read one after another, and set without a look at the old. */
  String reset() {
    String report = shown.get() + " " + cents.get();
    capped.set(false);
    return report + " " + shown.getAndSet(0) + " " + cents.getAndSet(0);
  }
}
