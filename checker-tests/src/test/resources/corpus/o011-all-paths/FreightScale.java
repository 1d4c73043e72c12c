package com.dockweigh.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Weighs lorries. The lock is held wherever it has to be, though not in the usual shape. */
class FreightScale {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Deque<Integer> weights = new ArrayDeque<>();
  private final Map<String, Integer> errors = new HashMap<>();
  private long total;
  private int weighed;
  private int skipped;

  /** Locks anew in every round. */
  void weighAll(int[] axles) {
    for (int axle : axles) {
      if (axle < 0) {
        continue;
      }
      lock.lock();
      try {
        if (axle > 12_000) {
          skipped++;
          continue;
        }
        total += axle;
        weighed++;
        if (weighed == Integer.MAX_VALUE) {
          break;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** The lock is taken in the condition of the loop. */
  void weighWhenFree(int axle) {
    int attempts = 0;
    while (!lock.tryLock()) {
      attempts++;
      Thread.onSpinWait();
    }
    try {
      weights.push(axle);
      total += axle;
      skipped += attempts > 1000 ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  /** Both cases of the switch return the lock, the third never had it. */
  boolean error(String kind) throws InterruptedException {
    if (kind.isEmpty()) {
      return false;
    }
    if (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("scale is busy");
    }
    try {
      switch (kind) {
        case "drift":
          total -= 10;
          break;
        case "reset":
          total = 0;
          weighed = 0;
          weights.clear();
          break;
        default:
          errors.merge(kind, 1, Integer::sum);
          return true;
      }
    } finally {
      lock.unlock();
    }
    return false;
  }

  /** Held across a call, a conditional expression and a rethrow. */
  int pop() {
    lock.lock();
    try {
      int last = weights.isEmpty() ? fail() : weights.pop();
      total -= last;
      return last;
    } catch (IllegalStateException e) {
      errors.merge("empty", 1, Integer::sum);
      throw e;
    } finally {
      try {
        weighed--;
      } finally {
        lock.unlock();
      }
    }
  }

  private int fail() {
    skipped++;
    throw new IllegalStateException("empty");
  }

  void day(ExecutorService gates, int[] axles) {
    for (int axle : axles) {
      gates.execute(() -> weighAll(axles));
      gates.execute(() -> weighWhenFree(axle));
      gates.submit(() -> error("drift"));
      gates.submit(this::pop);
    }
  }
}
