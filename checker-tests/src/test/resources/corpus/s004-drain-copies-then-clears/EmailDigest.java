package com.letterloft.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Collects events and sends them together once a minute. */
class EmailDigest {
  private final List<String> events = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private long bytes;

  synchronized void event(String text) {
    events.add(text);
    bytes += text.length();
  }

  synchronized void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** What comes in while the mail is sent is cleared unseen. */
  void send() {
    List<String> copy;
    synchronized (this) {
      copy = new ArrayList<>(events); // RACE split-lock #1
    }
    mail(String.join("\n", copy));
    synchronized (this) {
      events.clear(); // RACE split-lock #1
    }
  }

  synchronized Map<String, Integer> counts() {
    return new LinkedHashMap<>(counts);
  }

  synchronized void resetCounts() {
    counts.clear();
  }

  void sendCounts() {
    mail(counts().toString()); // RACE split-lock #2
    resetCounts(); // RACE split-lock #2
  }

  /** Takes and clears in one section, mails afterwards. */
  void sendBytes() {
    long taken;
    synchronized (this) {
      taken = bytes;
      bytes = 0;
    }
    mail(taken + " bytes");
  }

  /** Copies in one section what it clears in the same one. */
  void sendTogether() {
    List<String> taken = new ArrayList<>();
    synchronized (this) {
      taken.addAll(events);
      events.clear();
    }
    taken.sort(null);
    mail(String.join("\n", taken));
  }

  private static void mail(String text) {
    System.out.println(text);
  }

  void start(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(this::send, 1, 1, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(this::sendCounts, 1, 1, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(this::sendBytes, 1, 1, TimeUnit.HOURS);
    timer.scheduleWithFixedDelay(this::sendTogether, 1, 1, TimeUnit.HOURS);
    timer.scheduleAtFixedRate(() -> event("tick"), 0, 10, TimeUnit.MILLISECONDS);
    timer.scheduleAtFixedRate(() -> count("tick"), 0, 10, TimeUnit.MILLISECONDS);
  }
}
