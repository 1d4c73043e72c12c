package com.greenacre.seeds;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** What all the sorting tasks add to. */
class SeedTotals {
  long good;
  long bad;
}

/** Every batch is a task of its own, and locks itself. */
class SortBatch implements Runnable {
  private final SeedTotals totals;
  private final int[] weights;

  SortBatch(SeedTotals totals, int[] weights) {
    this.totals = totals;
    this.weights = weights;
  }

  @Override
  public void run() {
    for (int weight : weights) {
      synchronized (this) {
        if (weight > 20) {
          totals.good++; // RACE wrong-lock
        } else {
          totals.bad++; // RACE wrong-lock
        }
      }
    }
  }
}

/** Locks what it changes. */
class LockedSortBatch implements Runnable {
  private final SeedTotals totals;
  private final int[] weights;

  LockedSortBatch(SeedTotals totals, int[] weights) {
    this.totals = totals;
    this.weights = weights;
  }

  @Override
  public void run() {
    for (int weight : weights) {
      synchronized (totals) {
        if (weight > 20) {
          totals.good++;
        } else {
          totals.bad++;
        }
      }
    }
  }
}

/** One belt, driven by many threads: here the monitor of the task is the monitor of all. */
class Belt implements Runnable {
  private final int[] weights;
  private int position;
  private long grams;

  Belt(int[] weights) {
    this.weights = weights;
  }

  @Override
  public void run() {
    while (true) {
      synchronized (this) {
        if (position == weights.length) {
          return;
        }
        grams += weights[position++];
      }
    }
  }

  synchronized long grams() {
    return grams;
  }
}

class SeedMill {
  static SeedTotals sort(ExecutorService pool, List<int[]> batches) {
    SeedTotals totals = new SeedTotals();
    for (int[] batch : batches) {
      pool.execute(new SortBatch(totals, batch));
    }
    return totals;
  }

  static SeedTotals sortLocked(ExecutorService pool, List<int[]> batches) {
    SeedTotals totals = new SeedTotals();
    batches.forEach(batch -> pool.execute(new LockedSortBatch(totals, batch)));
    return totals;
  }

  static Belt drive(ExecutorService pool, int[] weights, int drivers) {
    Belt belt = new Belt(weights);
    for (int i = 0; i < drivers; i++) {
      pool.execute(belt);
    }
    return belt;
  }
}
