package com.oldmoney.accounts;

/** All changes of the balance are made by synchronized methods. */
public class Account {
  protected long balance;
  protected int bookings;
  private final String number;

  public Account(String number) {
    this.number = number;
  }

  public synchronized void deposit(long cents) {
    balance += cents;
    bookings++;
    booked();
  }

  public synchronized boolean withdraw(long cents) {
    if (!covers(cents)) {
      return false;
    }
    balance -= cents;
    bookings++;
    booked();
    return true;
  }

  protected boolean covers(long cents) {
    return balance >= cents;
  }

  /** Called after each booking, while the account is locked. */
  protected void booked() {}

  public synchronized long balance() {
    return balance;
  }

  public String number() {
    return number;
  }
}
