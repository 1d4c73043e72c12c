package io.tollgate.quota;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Grants a number of calls per second; the scheduler opens the next window. */
class QuotaWindow {
  private final int limit;
  private volatile int used;
  private volatile int windows;

  QuotaWindow(int limit, ScheduledExecutorService scheduler) {
    this.limit = limit;
    scheduler.scheduleAtFixedRate(this::roll, 1, 1, TimeUnit.SECONDS);
  }

  /** Only the one periodic task comes here. */
  private void roll() {
    used = 0;
    windows++;
  }

  /** Called by all request threads. */
  boolean tryUse() {
    if (used >= limit) { // RACE check-then-act #1
      return false;
    }
    used++; // RACE check-then-act #1
    return true;
  }

  int windows() {
    return windows;
  }
}

class AtomicQuotaWindow {
  private final int limit;
  private final AtomicInteger used = new AtomicInteger();

  AtomicQuotaWindow(int limit) {
    this.limit = limit;
  }

  void start(ScheduledExecutorService scheduler) {
    scheduler.scheduleAtFixedRate(() -> used.set(0), 1, 1, TimeUnit.SECONDS);
  }

  /** Takes a ticket first and looks at its number then. */
  boolean tryUse() {
    return used.incrementAndGet() <= limit;
  }
}

class LockedQuotaWindow {
  private final Lock lock = new ReentrantLock();
  private final int limit;
  private int used;
  private int refused;

  LockedQuotaWindow(int limit) {
    this.limit = limit;
  }

  void start(ScheduledExecutorService scheduler) {
    scheduler.scheduleAtFixedRate(this::roll, 1, 1, TimeUnit.SECONDS);
  }

  private void roll() {
    lock.lock();
    try {
      used = Math.max(0, used - limit);
    } finally {
      lock.unlock();
    }
  }

  boolean tryUse() {
    lock.lock();
    try {
      if (used >= limit) {
        refused++;
        return false;
      }
      used++;
      return true;
    } finally {
      lock.unlock();
    }
  }
}
