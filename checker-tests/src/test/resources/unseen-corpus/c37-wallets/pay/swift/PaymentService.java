package pay.swift;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Executes payments. */
class PaymentService {
  private final Map<String, Wallet> wallets = new ConcurrentHashMap<>();
  private final ReentrantLock feeLock = new ReentrantLock();
  private long fees;
  private long feeCap = 1_000;
  private int capped;

  Wallet wallet(String customer) {
    return wallets.computeIfAbsent(customer, c -> new Wallet());
  }

  boolean pay(String from, String to, long amount) {
    Wallet payer = wallet(from);
    if (payer.available() < amount) { // RACE split-lock #1
      return false;
    }
    payer.debit(amount, "to " + to); // RACE split-lock #1
    wallet(to).credit(amount, "from " + from);
    return true;
  }

  boolean payAtomically(String from, String to, long amount) {
    Wallet payer = wallet(from);
    synchronized (payer) {
      if (payer.available() < amount) {
        return false;
      }
      payer.debit(amount, "to " + to);
    }
    wallet(to).credit(amount, "from " + from);
    return true;
  }

  boolean payBlocked(String from, String to, long amount) {
    Wallet payer = wallet(from);
    if (!payer.block(amount)) {
      return false;
    }
    payer.capture(amount);
    wallet(to).credit(amount, "from " + from);
    return true;
  }

  /** Gives a part of the blocked money back. */
  void unblock(String customer, long amount) {
    Wallet w = wallet(customer);
    w.setBlocked(w.getBlocked() - amount); // RACE split-lock
  }

  void fee(long amount) {
    long before;
    feeLock.lock();
    try {
      before = fees; // RACE split-lock #2
    } finally {
      feeLock.unlock();
    }
    long after = Math.min(before + amount, feeCap);
    feeLock.lock();
    try {
      fees = after; // RACE split-lock #2
      if (after == feeCap) {
        capped++;
      }
    } finally {
      feeLock.unlock();
    }
  }

  void raiseCap(long by) {
    feeLock.lock();
    try {
      feeCap += by;
      if (capped > 0) {
        capped--;
      }
    } finally {
      feeLock.unlock();
    }
  }
}
