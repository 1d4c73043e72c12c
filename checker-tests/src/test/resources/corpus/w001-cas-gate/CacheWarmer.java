package com.embercache.warm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever turns the flag does the work; the others go on without waiting. */
class CacheWarmer {
  private final AtomicBoolean warming = new AtomicBoolean();
  private final AtomicBoolean trimming = new AtomicBoolean();
  private final AtomicInteger level = new AtomicInteger();
  private final List<String> warmed = new ArrayList<>();
  private int runs;
  private int trims;
  private int requests;

  /** compareAndSet lets one in, set lets the next one in after it. */
  boolean warm(List<String> keys) {
    if (!warming.compareAndSet(false, true)) {
      return false;
    }
    try {
      for (String key : keys) {
        if (!warmed.contains(key)) {
          warmed.add(key);
        }
      }
      runs++;
      return true;
    } finally {
      warming.set(false);
    }
  }

  /** The other way round: the work in the branch. */
  void rewarm() {
    if (warming.compareAndSet(false, true)) {
      warmed.clear();
      runs = 0;
      warming.set(false);
    }
  }

  /** Looks and turns in two steps. */
  void trim() {
    if (trimming.get()) { // RACE atomic-compound #1
      return;
    }
    trimming.set(true); // RACE atomic-compound #1
    trims++; // MAYBE
    trimming.set(false); // RACE atomic-compound #1
  }

  /** Counts before the gate, where everybody passes. */
  boolean request(String key) {
    requests++; // RACE rmw
    return warm(List.of(key));
  }

  /** An atomic as a gate with a number in it. */
  boolean raise() {
    int now = level.get();
    return now < 10 && level.compareAndSet(now, now + 1);
  }

  void lower() {
    if (level.get() > 0) { // RACE atomic-compound #2
      level.decrementAndGet(); // RACE atomic-compound #2
    }
  }

  int requests() {
    return requests;
  }

  void serve(ExecutorService web, List<String> keys) {
    for (String key : keys) {
      web.submit(() -> request(key));
      web.execute(this::rewarm);
      web.execute(this::trim);
      web.submit(this::raise);
      web.execute(this::lower);
    }
  }
}
