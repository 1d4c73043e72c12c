package org.moderato.budget;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/** Admits work while there is budget: the test and the step are one update. */
class ThreadBudget {
  private final int limit;
  private int inUse;
  private int tokens = 100;
  private int drained;

  ThreadBudget(int limit) {
    this.limit = limit;
  }

  void runAll(List<Runnable> works) {
    for (Runnable work : works) {
      ForkJoinPool.commonPool().execute(() -> admit(work));
    }
  }

  private void admit(Runnable work) {
    if (inUse >= limit) { // RACE rmw #1
      work.run();
      return;
    }
    inUse++; // RACE rmw #1
    try {
      work.run();
      drain();
    } finally {
      inUse--; // RACE rmw
    }
  }

  private void drain() {
    while (tokens > 0) { // RACE rmw #2
      tokens--; // RACE rmw #2
      drained = tokens > 0 ? drained + 1 : 0; // RACE rmw
    }
  }

  String state() {
    return inUse + "/" + limit + " " + tokens + " " + drained;
  }
}

class AtomicThreadBudget {
  private final int limit;
  private final AtomicInteger inUse = new AtomicInteger();

  AtomicThreadBudget(int limit) {
    this.limit = limit;
  }

  void runAll(List<Runnable> works) {
    for (Runnable work : works) {
      ForkJoinPool.commonPool().execute(() -> admit(work));
    }
  }

  private void admit(Runnable work) {
    if (!tryEnter()) {
      work.run();
      return;
    }
    try {
      work.run();
    } finally {
      inUse.decrementAndGet();
    }
  }

  /** Reads, tests, and swaps only if nothing has changed since. */
  private boolean tryEnter() {
    int now;
    do {
      now = inUse.get();
      if (now >= limit) {
        return false;
      }
    } while (!inUse.compareAndSet(now, now + 1));
    return true;
  }
}

/** A budget within one call needs no protection. */
class LocalBudget {
  static int fit(List<Integer> sizes, int budget) {
    int left = budget;
    int fitted = 0;
    for (int size : sizes) {
      if (size > left) {
        continue;
      }
      left -= size;
      fitted++;
    }
    return fitted;
  }
}
