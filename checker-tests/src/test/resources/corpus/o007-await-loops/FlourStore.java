package com.muehlbach.silo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** The same with monitors: wait and notify. */
class FlourStore {
  private final Deque<Integer> sacks = new ArrayDeque<>();
  private int stored;
  private int sold;
  private int reserved;

  synchronized void store(int sack) throws InterruptedException {
    while (sacks.size() >= 100) {
      wait();
    }
    sacks.add(sack);
    stored++;
    notifyAll();
  }

  synchronized int sell() throws InterruptedException {
    while (sacks.isEmpty()) {
      wait();
    }
    sold++;
    notifyAll();
    return sacks.remove();
  }

  /** Remembers across the wait how many were reserved. */
  synchronized void reserve(int count) throws InterruptedException {
    int already = reserved; // RACE split-lock #2
    while (stored - sold < count) {
      wait();
    }
    reserved = already + count; // RACE split-lock #2
  }

  /** Reads again after the wait. */
  synchronized void release(int count) throws InterruptedException {
    while (reserved < count) {
      wait();
    }
    int now = reserved;
    reserved = now - count;
    notifyAll();
  }

  void market(ExecutorService stalls, int count) {
    for (int i = 0; i < count; i++) {
      int sack = i;
      stalls.submit(
          () -> {
            store(sack);
            reserve(1);
            return sell();
          });
      stalls.submit(
          () -> {
            release(1);
            return null;
          });
    }
  }
}
