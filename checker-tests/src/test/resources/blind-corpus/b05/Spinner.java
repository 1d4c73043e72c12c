package io.lowlevel.tickets;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Small things that spin. */
final class Spinner {
  private final AtomicBoolean locked = new AtomicBoolean();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicStampedReference<String> leader = new AtomicStampedReference<>(null, 0);
  private final AtomicBoolean started = new AtomicBoolean();
  private int owned;

  private void lock() {
    while (!locked.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  private void unlock() {
    locked.set(false);
  }

  int next() {
    lock();
    try {
      return ++owned;
    } finally {
      unlock();
    }
  }

  /** Counts to ninety-nine and starts again. */
  int turn() {
    for (;;) {
      int t = turns.get();
      int n = t == 99 ? 0 : t + 1;
      if (turns.compareAndSet(t, n)) {
        return n;
      }
    }
  }

  int turnBack() {
    if (turns.get() > 0) { // RACE atomic-compound #1
      return turns.decrementAndGet(); // RACE atomic-compound #1
    }
    return 0;
  }

  boolean lead(String who) {
    int[] stamp = new int[1];
    String now = leader.get(stamp);
    return now == null && leader.compareAndSet(null, who, stamp[0], stamp[0] + 1);
  }

  boolean startOnce(Runnable body) {
    if (started.get()) { // RACE atomic-compound #2
      return false;
    }
    started.set(true); // RACE atomic-compound #2
    body.run();
    return true;
  }

  boolean stopOnce(Runnable body) {
    if (!started.getAndSet(false)) {
      return false;
    }
    body.run();
    return true;
  }
}
