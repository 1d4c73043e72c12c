package com.hammerfall.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

record Lot(int number, long reserve, long highBid) {
  boolean sold() {
    return highBid >= reserve;
  }
}

/** Every lot has its own end; on a pool of three, lots that end together end in parallel. */
class Deadlines {
  private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(3);
  private final List<Lot> unsold = new ArrayList<>();
  private long turnover;
  private int closed;

  void open(Lot lot, long seconds) {
    clock.schedule(() -> close(lot), seconds, TimeUnit.SECONDS);
  }

  private void close(Lot lot) {
    if (lot.sold()) {
      turnover += lot.highBid(); // RACE rmw
    } else {
      unsold.add(lot); // RACE unsafe-collection
    }
    closed++; // RACE rmw
  }

  long turnover() {
    return turnover;
  }

  int closed() {
    return closed;
  }
}

/** One thread in the clock, and the turnover is asked for on that thread as well. */
class SerialDeadlines {
  private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1);
  private final List<Lot> unsold = new ArrayList<>();
  private long turnover;
  private int closed;

  void open(Lot lot, long seconds) {
    clock.schedule(() -> close(lot), seconds, TimeUnit.SECONDS);
  }

  private void close(Lot lot) {
    closed++;
    if (lot.sold()) {
      turnover += lot.highBid();
    } else {
      unsold.add(lot);
    }
  }

  long turnover() throws Exception {
    return clock.submit(() -> turnover).get();
  }
}

class LockedDeadlines {
  private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(3);
  private final List<Lot> unsold = new ArrayList<>();
  private long turnover;

  void open(Lot lot, long seconds) {
    clock.schedule(
        () -> {
          synchronized (unsold) {
            if (lot.sold()) {
              turnover += lot.highBid();
            } else {
              unsold.add(lot);
            }
          }
        },
        seconds,
        TimeUnit.SECONDS);
  }
}
