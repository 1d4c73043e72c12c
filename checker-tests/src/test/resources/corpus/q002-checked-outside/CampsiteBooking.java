package com.pinewoods.camp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Pitches of a campsite, booked through several portals. */
class CampsiteBooking {
  private final Map<Integer, String> pitches = new HashMap<>();
  private String warden;
  private int free = 60;
  private boolean fireBan;
  private int bans;

  /** Checked outside the monitor, taken inside, never checked again. */
  boolean book(int pitch, String guest) {
    if (free == 0 || pitches.containsKey(pitch)) { // RACE check-then-act #1
      return false;
    }
    synchronized (this) {
      pitches.put(pitch, guest); // RACE check-then-act #1
      free--; // RACE check-then-act #1
    }
    return true;
  }

  synchronized void leave(int pitch) {
    if (pitches.remove(pitch) != null) {
      free++;
    }
  }

  String warden(String candidate) {
    if (warden == null) { // RACE check-then-act #2
      synchronized (this) {
        warden = candidate; // RACE check-then-act #2
      }
    }
    return warden;
  }

  void banFire() {
    if (!fireBan) { // RACE check-then-act #3
      synchronized (this) {
        fireBan = true; // RACE check-then-act #3
        bans++;
      }
    }
  }

  void portals(ExecutorService pool, int guests) {
    for (int i = 0; i < guests; i++) {
      int pitch = i % 60;
      String guest = "guest " + i;
      pool.execute(() -> book(pitch, guest));
      pool.execute(() -> leave(pitch));
      pool.execute(() -> warden(guest));
      pool.execute(this::banFire);
    }
  }
}

/** Checks outside to be quick, and inside to be right. */
class RecheckedBooking {
  private final Map<Integer, String> pitches = new HashMap<>();
  private volatile int free = 60;
  private volatile boolean fireBan;
  private int bans;

  boolean book(int pitch, String guest) {
    if (free == 0) {
      return false;
    }
    synchronized (this) {
      if (free == 0 || pitches.containsKey(pitch)) {
        return false;
      }
      pitches.put(pitch, guest);
      free--;
      return true;
    }
  }

  synchronized void leave(int pitch) {
    if (pitches.remove(pitch) != null) {
      free++;
    }
  }

  void banFire() {
    if (!fireBan) {
      synchronized (this) {
        if (fireBan) {
          return;
        }
        fireBan = true;
        bans++;
      }
    }
  }

  synchronized int bans() {
    return bans;
  }

  void portals(ExecutorService pool, int guests) {
    for (int i = 0; i < guests; i++) {
      int pitch = i % 60;
      String guest = "guest " + i;
      pool.execute(() -> book(pitch, guest));
      pool.execute(() -> leave(pitch));
      pool.execute(this::banFire);
    }
  }
}
