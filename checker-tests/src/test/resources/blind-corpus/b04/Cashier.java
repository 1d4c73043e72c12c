package de.stadion.gates;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The tills share one safe. */
final class Cashier {
  private static final class Safe {
    private final Object door = new Object();
    private long cents;
    private int openings;
  }

  private final Safe safe = new Safe();
  private final Lock lock = new ReentrantLock();
  private long vouchers;
  private int refunds;

  private final class Till implements Runnable {
    private final int[] amounts;
    private long taken;

    Till(int[] amounts) {
      this.amounts = amounts;
    }

    @Override
    public void run() {
      for (int a : amounts) {
        taken += a;
        if (a < 0) {
          refund(a);
        }
      }
      Object door = safe.door;
      synchronized (door) {
        safe.cents += taken;
        safe.openings++;
      }
    }

    private synchronized void refund(int a) {
      refunds++; // RACE wrong-lock
    }
  }

  void voucher(long cents) {
    synchronized (lock) {
      vouchers += cents; // RACE wrong-lock
    }
  }

  void redeem(long cents) {
    lock.lock();
    try {
      if (vouchers >= cents) { // MAYBE
        vouchers -= cents; // MAYBE
      }
    } finally {
      lock.unlock();
    }
  }

  void open(ExecutorService tills, int[][] day) {
    for (int[] amounts : day) {
      tills.execute(new Till(amounts));
      tills.execute(() -> voucher(amounts.length));
      tills.execute(() -> redeem(amounts.length / 2));
    }
  }

  long cents() {
    synchronized (safe.door) {
      return safe.cents;
    }
  }
}
