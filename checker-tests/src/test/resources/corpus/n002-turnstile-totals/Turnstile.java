package org.parkhalle.turnstile;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** A gate of the stadium. The totals belong to the stadium, not to the gate. */
class Turnstile implements Runnable {
  private static int visitors;
  private static int refused;
  private static long revenueCents;
  private static final Object REVENUE = new Object();

  private final List<Integer> tickets;
  private int scanned;

  Turnstile(List<Integer> tickets) {
    this.tickets = tickets;
  }

  @Override
  public void run() {
    for (int cents : tickets) {
      scan(cents);
    }
  }

  private synchronized void scan(int cents) {
    scanned++;
    if (cents <= 0) {
      refused++; // RACE wrong-lock
      return;
    }
    visitors++; // RACE wrong-lock
    synchronized (REVENUE) {
      revenueCents += cents;
    }
  }

  synchronized int scanned() {
    return scanned;
  }

  static long revenueCents() {
    synchronized (REVENUE) {
      return revenueCents;
    }
  }

  static int visitors() {
    return visitors + refused;
  }

  static void matchDay(ExecutorService gates, List<List<Integer>> queues) {
    for (List<Integer> queue : queues) {
      gates.execute(new Turnstile(queue));
    }
  }
}

/** All gates meet at the class. */
class CountedTurnstile implements Runnable {
  private static int visitors;
  private static int refused;

  private final List<Integer> tickets;

  CountedTurnstile(List<Integer> tickets) {
    this.tickets = tickets;
  }

  private static synchronized void admit() {
    visitors++;
  }

  private void refuse() {
    synchronized (CountedTurnstile.class) {
      refused++;
    }
  }

  @Override
  public void run() {
    for (int cents : tickets) {
      if (cents > 0) {
        admit();
      } else {
        refuse();
      }
    }
  }

  static synchronized int visitors() {
    return visitors + refused;
  }

  static void matchDay(ExecutorService gates, List<List<Integer>> queues) {
    for (List<Integer> queue : queues) {
      gates.execute(new CountedTurnstile(queue));
    }
  }
}
