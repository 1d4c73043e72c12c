package sec.nachtwache.burst;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Detects bursts of log-ins: a window that starts anew, a streak that breaks. */
class BurstDetector {
  private final ExecutorService taps;
  private long windowStart;
  private int inWindow;
  private int streak;
  private boolean alarmed;
  private volatile int loudest;

  BurstDetector(ExecutorService taps) {
    this.taps = taps;
  }

  void login(long millis, boolean failed) {
    taps.execute(
        () -> {
          roll(millis);
          streak = failed ? streak + 1 : 0; // RACE rmw
          if (streak > 20) {
            alarm(streak);
          }
        });
  }

  private void roll(long millis) {
    if (millis - windowStart > 1_000) { // RACE check-then-act #1
      windowStart = millis; // RACE check-then-act #1
      inWindow = 0; // RACE check-then-act #1
    }
    inWindow++; // RACE rmw
  }

  private void alarm(int level) {
    boolean first = !alarmed; // RACE check-then-act #2
    if (first) {
      alarmed = true; // RACE check-then-act #2
      System.out.println("burst");
    }
    loudest = Math.max(loudest, level); // RACE rmw
  }

  String state() {
    return inWindow + " " + streak + " " + alarmed + " " + loudest;
  }
}

/** Looks like the same, but every decision is about the task's own values. */
class SampledDetector {
  private final ExecutorService taps;
  private final AtomicLong loudest = new AtomicLong();
  private volatile long lastSeen;

  SampledDetector(ExecutorService taps) {
    this.taps = taps;
  }

  void login(long millis, int level) {
    taps.execute(
        () -> {
          int weight = 1;
          if (ThreadLocalRandom.current().nextInt(10) == 0) {
            weight *= 10;
          }
          int scaled = level * weight;
          if (scaled > 100) {
            scaled = 100;
          }
          long max = scaled;
          loudest.getAndUpdate(before -> before < max ? max : before);
          lastSeen = millis; // the newest report wins, by design
        });
  }

  String state() {
    return loudest.get() + " at " + lastSeen;
  }
}
