package org.vaultdb.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All state lives on the one thread of the timer; other threads only submit to it. */
class Checkpointer {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService io = Executors.newFixedThreadPool(4);
  private final Deque<Long> dirty = new ArrayDeque<>();
  private long written;
  private int rounds;
  private int ioErrors;

  void start() {
    timer.scheduleAtFixedRate(this::round, 1, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(() -> rounds = rounds - rounds % 10, 1, 1, TimeUnit.HOURS);
  }

  void markDirty(long page) {
    timer.execute(() -> {
      if (!dirty.contains(page)) {
        dirty.addLast(page);
      }
    });
  }

  private void round() {
    rounds++;
    while (!dirty.isEmpty()) {
      long page = dirty.pollFirst();
      io.execute(() -> write(page));
    }
  }

  private void write(long page) {
    if (page < 0) {
      ioErrors++; // RACE rmw
      return;
    }
    timer.execute(() -> written += 4096);
  }

  int errors() {
    return ioErrors;
  }
}
