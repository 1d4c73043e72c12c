package com.pomona.orchard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Runs code under a lock, or later. */
final class Exclusively {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Executor background = Executors.newFixedThreadPool(3);

  void run(Runnable action) {
    lock.writeLock().lock();
    try {
      action.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  <T> T get(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  <T> T shared(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Hands the action over while the lock is held; it runs when it is held no more. */
  void later(Runnable action) {
    lock.writeLock().lock();
    try {
      background.execute(action);
    } finally {
      lock.writeLock().unlock();
    }
  }
}

/** Pickers of an orchard weigh their baskets. */
class Orchard {
  private final Exclusively exclusively = new Exclusively();
  private final List<Integer> baskets = new ArrayList<>();
  private long grams;
  private int rotten;
  private int shown;
  private int invoices;

  void weigh(int weight) {
    exclusively.run(
        () -> {
          baskets.add(weight);
          grams += weight;
        });
  }

  int best() {
    return exclusively.get(
        () -> {
          rotten -= rotten > 0 ? 1 : 0;
          return baskets.stream().mapToInt(Integer::intValue).max().orElse(0);
        });
  }

  long show() {
    return exclusively.shared(
        () -> {
          shown++; // RACE wrong-lock
          return grams;
        });
  }

  void invoice() {
    exclusively.later(() -> invoices++); // RACE rmw
  }

  int paper() {
    return shown + invoices;
  }

  void pick(Executor pickers, int count) {
    for (int i = 0; i < count; i++) {
      int weight = 9_000 + i;
      pickers.execute(() -> weigh(weight));
      pickers.execute(this::best);
      pickers.execute(this::show);
      pickers.execute(this::invoice);
    }
  }
}
