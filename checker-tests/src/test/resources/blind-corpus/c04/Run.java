package com.pipefitter.flow;

import java.util.function.IntConsumer;

/** Progress of one run; several steps report at the same time. */
final class Run {
  private int percent;
  private int reports;
  private IntConsumer watcher = p -> {};
  private boolean halfway;
  private volatile boolean almost;

  void progress(int p) {
    IntConsumer w;
    synchronized (this) {
      percent = Math.max(percent, p);
      reports++;
      w = watcher;
    }
    w.accept(p);
    if (p >= 50 && !halfway) { // RACE check-then-act #1
      halfway = true; // RACE check-then-act #1
      w.accept(50);
    }
    if (p >= 90 && !almost) {
      synchronized (this) {
        if (!almost) {
          almost = true;
          w.accept(90);
        }
      }
    }
  }

  synchronized void watch(IntConsumer w) {
    IntConsumer old = watcher;
    watcher = p -> {
      old.accept(p);
      w.accept(p);
    };
  }

  synchronized int percent() {
    return reports == 0 ? 0 : percent;
  }
}
