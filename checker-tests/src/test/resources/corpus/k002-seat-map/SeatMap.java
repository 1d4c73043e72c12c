package com.logenplatz.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

record Plan(List<String> sold, int version) {
  Plan with(String seat) {
    List<String> more = new ArrayList<>(sold);
    more.add(seat);
    return new Plan(List.copyOf(more), version + 1);
  }
}

/** Compare-and-set whose answer nobody reads: the seat is sold, or it is not. */
class SeatMap {
  private final AtomicReference<Plan> plan = new AtomicReference<>(new Plan(List.of(), 0));
  private final AtomicInteger revision = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  void sell(String seat) {
    Plan before = plan.get(); // RACE atomic-compound #1
    plan.compareAndSet(before, before.with(seat)); // RACE atomic-compound #1
    int now = revision.get(); // RACE atomic-compound #2
    revision.weakCompareAndSetPlain(now, now + 1); // RACE atomic-compound #2
  }

  /** Closing twice is as good as closing once, so the answer does not matter here. */
  void close() {
    closed.compareAndSet(false, true);
  }

  void sellAll(List<String> seats) {
    seats.parallelStream().forEach(this::sell);
    close();
  }

  int version() {
    return plan.get().version() + revision.get();
  }
}

class SteadySeatMap {
  private final AtomicReference<Plan> plan = new AtomicReference<>(new Plan(List.of(), 0));
  private final AtomicInteger revision = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  void sellAll(List<String> seats) {
    seats.parallelStream().forEach(this::sell);
  }

  private void sell(String seat) {
    for (; ; ) {
      Plan before = plan.get();
      if (before.sold().contains(seat)) {
        return;
      }
      if (plan.compareAndSet(before, before.with(seat))) {
        break;
      }
      failures.incrementAndGet();
    }
    int now = revision.get();
    while (!revision.compareAndSet(now, now + 1)) {
      now = revision.get();
    }
  }

  /** The witness value of the exchange is the next expected value. */
  void skip(int versions) {
    int expected = revision.get();
    for (int seen; ; expected = seen) {
      seen = revision.compareAndExchange(expected, expected + versions);
      if (seen == expected) {
        return;
      }
    }
  }
}
