package programs;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Most of it is locked. */
class BankAccount {
  private final Lock lock = new ReentrantLock();
  private long cents;
  private int bookings;
  private final Object auditLock = new Object();
  private int audits;

  void deposit(long amount) {
    lock.lock();
    try {
      cents += amount;
      bookings++;
    } finally {
      lock.unlock();
    }
  }

  void withdraw(long amount) {
    cents -= amount; // forgotten
    bookings++;
  }

  long cents() {
    lock.lock();
    try {
      return cents;
    } finally {
      lock.unlock();
    }
  }

  int bookings() {
    lock.lock();
    try {
      return bookings;
    } finally {
      lock.unlock();
    }
  }

  void audit() {
    synchronized (auditLock) {
      audits++;
    }
  }

  void auditTwice() {
    audits += 2;
  }

  int audits() {
    synchronized (auditLock) {
      return audits;
    }
  }

  static String single() {
    BankAccount account = new BankAccount();
    account.deposit(10);
    account.withdraw(3);
    account.audit();
    account.auditTwice();
    return account.cents() + " " + account.bookings() + " " + account.audits();
  }

  static long lost() {
    BankAccount account = new BankAccount();
    Trial.race(
        i -> {
          account.deposit(3);
          account.withdraw(2);
          account.audit();
          account.auditTwice();
        });
    return Math.abs(Trial.TOTAL - account.cents())
        + Math.abs(2L * Trial.TOTAL - account.bookings())
        + Math.abs(3L * Trial.TOTAL - account.audits());
  }
}
