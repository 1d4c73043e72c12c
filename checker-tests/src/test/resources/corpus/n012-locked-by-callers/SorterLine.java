package com.parcelway.sorter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A sorting line; scanners on the left and on the right feed it from threads of their own. */
class SorterLine {
  private final Deque<String> belt = new ArrayDeque<>();
  private final Map<String, Integer> chutes = new HashMap<>();
  private int accepted;
  private int jams;

  void feed(String parcel) {
    synchronized (belt) {
      accept(parcel);
    }
  }

  void feedBoth(String first, String second) {
    synchronized (belt) {
      accept(first);
      accept(second);
    }
  }

  private void accept(String parcel) {
    if (belt.size() > 500) {
      jam();
      return;
    }
    belt.add(parcel);
    book(chuteOf(parcel));
  }

  private void book(String chute) {
    chutes.merge(chute, 1, Integer::sum);
    accepted++;
  }

  /** Called with the belt locked by accept, and without any lock by the light barrier. */
  private void jam() {
    jams++; // RACE wrong-lock #1
  }

  void lightBarrier(boolean interrupted) {
    if (interrupted) {
      jam(); // RACE wrong-lock #1
    }
  }

  private static String chuteOf(String parcel) {
    return parcel.isEmpty() ? "?" : parcel.substring(0, 1);
  }

  int accepted() {
    synchronized (belt) {
      return accepted;
    }
  }

  void run() throws InterruptedException {
    Thread left = new Thread(() -> feed("L-1"), "left");
    Thread right = new Thread(() -> feedBoth("R-1", "R-2"), "right");
    Thread eye = new Thread(() -> lightBarrier(true), "eye");
    left.start();
    right.start();
    eye.start();
    left.join();
    right.join();
    eye.join();
  }
}
