package pay.swift;

import java.util.ArrayList;
import java.util.List;

/** Money of one customer. Every method is synchronized. */
class Wallet {
  private final List<String> entries = new ArrayList<>();
  private long balance;
  private long blocked;

  synchronized long available() {
    return balance - blocked;
  }

  synchronized void debit(long amount, String what) {
    balance -= amount;
    entries.add("-" + amount + " " + what);
  }

  synchronized void credit(long amount, String what) {
    balance += amount;
    entries.add("+" + amount + " " + what);
  }

  synchronized boolean block(long amount) {
    if (available() < amount) {
      return false;
    }
    blocked += amount;
    return true;
  }

  synchronized void capture(long amount) {
    blocked -= amount;
    debit(amount, "captured");
  }

  synchronized void setBlocked(long amount) {
    blocked = amount;
  }

  synchronized long getBlocked() {
    return blocked;
  }
}
