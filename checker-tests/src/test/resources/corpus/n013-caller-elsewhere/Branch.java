package coop.villagebank.ledger;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Several tellers work on the ledger and the drawer of one branch. */
class Branch {
  private final ReentrantLock branchLock = new ReentrantLock();
  private final Ledger ledger = new Ledger();
  private final CashDrawer drawer = new CashDrawer();

  void deposit(String customer, int notes) {
    branchLock.lock();
    try {
      ledger.book(customer, notes * 1000L);
      drawer.put(notes, 0);
    } finally {
      branchLock.unlock();
    }
  }

  boolean withdraw(String customer, int notes) {
    branchLock.lock();
    try {
      if (!drawer.take(notes)) {
        return false;
      }
      ledger.book(customer, notes * -1000L);
      return true;
    } finally {
      branchLock.unlock();
    }
  }

  /** Corrections are rare, somebody thought. */
  void correct(long cents) {
    ledger.correct(cents); // RACE wrong-lock #1
  }

  long balance() {
    branchLock.lock();
    try {
      return ledger.balance();
    } finally {
      branchLock.unlock();
    }
  }

  void morning(ExecutorService tellers, List<String> customers) {
    for (String customer : customers) {
      tellers.submit(() -> deposit(customer, 3));
      tellers.submit(() -> withdraw(customer, 1));
      tellers.submit(() -> correct(-1));
    }
  }
}
