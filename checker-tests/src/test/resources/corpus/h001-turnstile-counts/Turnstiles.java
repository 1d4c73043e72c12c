package com.arenapass.gates;

import java.util.concurrent.ExecutorService;

/** Counts of a stadium's gates, in all the ways in which one can count. */
class Turnstiles {
  private final ExecutorService readers;
  private int entered;
  private int left;
  private byte[] parity = new byte[1];
  private short alarms;
  private long checksum;
  private int shifted = 1;
  private char lane = 'A';

  Turnstiles(ExecutorService readers) {
    this.readers = readers;
  }

  void onTicket(int gate, String barcode) {
    readers.execute(() -> enter(gate, barcode));
  }

  private void enter(int gate, String barcode) {
    ++this.entered; // RACE rmw
    parity[0] ^= 1; // RACE rmw
    checksum = 31 * checksum + barcode.hashCode(); // RACE rmw
    shifted <<= gate & 1; // RACE rmw
    if (barcode.isEmpty()) {
      alarms += 1; // RACE rmw
    }
  }

  void onExit() {
    readers.execute(
        () -> {
          int now = left--; // RACE rmw
          lane = (char) ('A' + (now & 3));
        });
  }

  String board() {
    return entered + " in, " + -left + " out, lane " + lane + ", " + alarms + " alarms";
  }
}

/** Counts what the others count, under its own monitor. */
class LockedTurnstiles {
  private final ExecutorService readers;
  private int entered;
  private int left;
  private long checksum;

  LockedTurnstiles(ExecutorService readers) {
    this.readers = readers;
  }

  void onTicket(String barcode) {
    readers.execute(() -> enter(barcode));
  }

  private synchronized void enter(String barcode) {
    ++this.entered;
    checksum = 31 * checksum + barcode.hashCode();
    checksum ^= entered;
  }

  void onExit() {
    readers.execute(
        () -> {
          synchronized (this) {
            left--;
          }
        });
  }

  synchronized int inside() {
    return entered + left;
  }
}
