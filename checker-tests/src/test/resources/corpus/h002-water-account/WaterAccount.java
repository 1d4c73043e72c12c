package org.aquanet.billing;

import java.util.List;

/** Bills water. The update is spread over locals on its way from the read to the write. */
class WaterAccount {
  private long litres;
  private long cents;
  private int readings;
  private long peak;

  void read(List<Long> meters) {
    meters.parallelStream().forEach(this::book);
  }

  private void book(long consumed) {
    long before = litres; // RACE rmw #1
    long after = before + consumed;
    long rounded = after - after % 10;
    litres = rounded; // RACE rmw #1

    long bill = this.cents; // RACE rmw #2
    if (consumed > 1_000) {
      bill += consumed * 3 / 2;
    } else {
      bill += consumed;
    }
    this.cents = bill; // RACE rmw #2

    int count = readings; // RACE rmw #3
    count++;
    readings = count; // RACE rmw #3
  }

  String invoice() {
    return readings + " readings, " + litres + " l, " + cents + " ct";
  }
}

/** Locals that look like the first half of an update, and are none. */
class WaterForecast {
  private volatile long latest;
  private volatile long target;
  private long base;

  WaterForecast(long base) {
    this.base = base;
  }

  void forecast(List<Long> days) {
    base = base + days.size();
    long start = base;
    days.parallelStream()
        .forEach(
            day -> {
              long estimate = start;
              estimate += day * 7;
              latest = estimate; // the last one to come wins, whatever was there before
            });
    long total = latest;
    total = total + start;
    target = total;
  }

  long[] values() {
    return new long[] {latest, target};
  }
}

class LockedWaterAccount {
  private final Object books = new Object();
  private long litres;
  private int readings;

  void read(List<Long> meters) {
    meters.parallelStream()
        .forEach(
            consumed -> {
              synchronized (books) {
                long before = litres;
                int count = readings;
                litres = before + consumed;
                readings = count + 1;
              }
            });
  }
}
