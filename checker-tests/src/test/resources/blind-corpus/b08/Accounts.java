package com.oldmoney.accounts;

import java.util.ArrayDeque;
import java.util.Deque;

class CreditAccount extends Account {
  private final long limit;
  private int overdrafts;

  CreditAccount(String number, long limit) {
    super(number);
    this.limit = limit;
  }

  @Override
  protected boolean covers(long cents) {
    return balance + limit >= cents;
  }

  @Override
  protected void booked() {
    if (balance < 0) {
      overdrafts++;
    }
  }

  synchronized int overdrafts() {
    return overdrafts;
  }
}

class SavingsAccount extends Account {
  private final double rate;
  private long interest;

  SavingsAccount(String number, double rate) {
    super(number);
    this.rate = rate;
  }

  @Override
  public void deposit(long cents) {
    if (cents <= 0) {
      throw new IllegalArgumentException("nothing to deposit");
    }
    balance += cents; // RACE wrong-lock
    bookings++; // RACE wrong-lock
  }

  void endOfYear() {
    long i = Math.round(balance() * rate); // MAYBE
    super.deposit(i); // MAYBE
    addInterest(i);
  }

  private synchronized void addInterest(long i) {
    interest += i;
  }

  synchronized long interest() {
    return interest;
  }
}

class JournalAccount extends Account {
  private final Deque<Long> journal = new ArrayDeque<>();

  JournalAccount(String number) {
    super(number);
  }

  @Override
  public synchronized void deposit(long cents) {
    super.deposit(cents);
    journal.addLast(cents);
  }

  @Override
  protected void booked() {
    while (journal.size() > 1000) {
      journal.removeFirst();
    }
  }

  void undo() {
    Long last;
    synchronized (this) {
      last = journal.pollLast();
    }
    if (last != null) {
      balance -= last; // RACE wrong-lock
      synchronized (this) {
        bookings--;
      }
    }
  }
}
