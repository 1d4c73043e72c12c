package com.greatcurtain.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Seats of a theatre, one lock per row. */
class SeatMap {
  private static final int ROWS = 40;

  private final Object[] rowLocks = new Object[ROWS];
  private final String[][] seats = new String[ROWS][30];
  private final int[] sold = new int[ROWS];
  private final Map<Integer, Integer> discounts = new HashMap<>();

  SeatMap() {
    for (int row = 0; row < ROWS; row++) {
      rowLocks[row] = new Object();
    }
  }

  boolean sell(int row, int seat, String guest) {
    synchronized (rowLocks[row]) {
      if (seats[row][seat] != null) {
        return false;
      }
      seats[row][seat] = guest;
      sold[row]++;
      return true;
    }
  }

  /** Two rows, two locks, in the order of their numbers. */
  void moveBack(int row, int seat) {
    synchronized (rowLocks[row]) {
      synchronized (rowLocks[row + 1]) {
        if (seats[row + 1][seat] == null) {
          seats[row + 1][seat] = seats[row][seat];
          seats[row][seat] = null;
          sold[row]--;
          sold[row + 1]++;
        }
      }
    }
  }

  /** The row behind is not the one that is locked. */
  void release(int row, int seat) {
    synchronized (rowLocks[row + 1]) {
      seats[row][seat] = null; // MAYBE
      sold[row]--; // RACE wrong-lock
    }
  }

  /** A map is one structure, however its keys are locked. */
  void discount(int row, int percent) {
    synchronized (rowLocks[row]) {
      discounts.merge(row, percent, Math::max); // RACE wrong-lock
    }
  }

  int sold() {
    int sum = 0;
    for (int row = 0; row < ROWS; row++) {
      synchronized (rowLocks[row]) {
        sum += sold[row];
      }
    }
    return sum;
  }

  void boxOffice(ExecutorService clerks, List<String> guests) {
    for (String guest : guests) {
      int row = guest.length() % (ROWS - 1);
      clerks.execute(() -> sell(row, 3, guest));
      clerks.execute(() -> moveBack(row, 3));
      clerks.execute(() -> release(row, 3));
      clerks.execute(() -> discount(row, 10));
      clerks.submit(this::sold);
    }
  }
}
