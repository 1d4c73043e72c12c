package com.parkett.ticker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows prices; the feed handlers and the screens share it, as the locking says. */
class TickerBoard {
  private final Object lock = new Object();
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> halted = new ArrayList<>();
  private long ticks;
  private long volume;
  private int corrections;

  void tick(String symbol, long price, long quantity) {
    synchronized (lock) {
      last.put(symbol, price);
      ticks++;
      volume += quantity;
    }
  }

  void correct(String symbol, long price) {
    synchronized (lock) {
      last.put(symbol, price);
      corrections++;
    }
    ticks--; // RACE rmw
  }

  /** All trades of a busted order come back. */
  void bust(String symbol, List<Long> quantities) {
    for (long quantity : quantities) {
      volume -= quantity; // RACE rmw
    }
    synchronized (lock) {
      halted.add(symbol);
    }
  }

  void resume(String symbol) {
    halted.remove(symbol); // RACE unsafe-collection
  }

  long[] totals() {
    synchronized (lock) {
      return new long[] {ticks, volume, corrections, halted.size()};
    }
  }
}

class SteadyTickerBoard {
  private final Object lock = new Object();
  private final Map<String, Long> last = new HashMap<>();
  private long ticks;
  private long volume;

  void tick(String symbol, long price, long quantity) {
    synchronized (lock) {
      store(symbol, price);
      volume += quantity;
    }
  }

  void correct(String symbol, long price) {
    synchronized (lock) {
      store(symbol, price);
      ticks -= 2;
    }
  }

  /** Both callers hold the lock. */
  private void store(String symbol, long price) {
    last.put(symbol, price);
    ticks++;
  }

  void bust(List<Long> quantities) {
    long sum = 0;
    for (long quantity : quantities) {
      sum += quantity;
    }
    synchronized (lock) {
      volume -= sum;
    }
  }
}
