package io.telemetry.ring;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Overwriting ring for the last events of all threads. */
public final class EventRing {
  private final String[] events = new String[1024];
  private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(1024);
  private final AtomicLong claimed = new AtomicLong();
  private volatile int next;
  private volatile boolean dirty;
  private int[] levels = new int[5];

  public void add(String event) {
    int i = next; // RACE atomic-compound #1
    events[i & 1023] = event;
    next = i + 1; // RACE atomic-compound #1
    dirty = true;
  }

  public void addClaimed(String event) {
    long i = claimed.getAndIncrement();
    slots.set((int) (i & 1023), event);
    dirty = true;
  }

  public void level(int l) {
    levels[l]++; // RACE rmw
  }

  public synchronized int[] levels() {
    return levels.clone();
  }

  public boolean dirty() {
    return dirty;
  }
}
