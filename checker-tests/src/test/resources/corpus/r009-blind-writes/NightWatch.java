package com.gatehouse.watch;

import java.util.concurrent.ExecutorService;

/** Flags and last values. To overwrite without having read loses nothing. */
class NightWatch {
  private volatile boolean alarm;
  private volatile boolean stopped;
  private volatile long lastRound;
  private volatile String lastGuard = "";
  private volatile long longestRound;
  private volatile int rounds;
  private volatile boolean armed;
  private volatile String mode = "day";

  void round(String guard, long started) {
    lastRound = System.nanoTime();
    lastGuard = guard;
    long took = lastRound - started;
    if (took > longestRound) { // RACE atomic-compound #1
      longestRound = took; // RACE atomic-compound #1
    }
  }

  void door(boolean open) {
    if (open) {
      alarm = true;
    }
    rounds = rounds + 1; // RACE rmw
  }

  void stop() {
    if (!stopped) {
      stopped = true;
    }
  }

  /** Flips what it read. */
  void toggle() {
    armed = !armed; // RACE atomic-compound
  }

  void night() {
    mode = "night";
    armed = true;
  }

  String text() {
    return lastGuard + " " + lastRound + (alarm ? " ALARM" : "") + longestRound + mode + rounds;
  }

  boolean running() {
    return !stopped;
  }

  void shift(ExecutorService guards, String... names) {
    for (String name : names) {
      long started = System.nanoTime();
      guards.execute(() -> round(name, started));
      guards.execute(() -> door(name.isEmpty()));
      guards.execute(this::toggle);
      guards.execute(this::night);
      guards.execute(this::stop);
    }
  }
}
