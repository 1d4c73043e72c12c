package com.ledgerleaf.invoices;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Numbers must be without gaps and without doubles. */
class InvoiceNumbers {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, String> invoices = new TreeMap<>();
  private long last;
  private long total;

  private long peek() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void store(long number, String customer) {
    lock.lock();
    try {
      last = number;
      invoices.put(number, customer);
    } finally {
      lock.unlock();
    }
  }

  /** The number is looked at in one section and taken in another. */
  long issue(String customer) {
    long number = peek() + 1; // RACE split-lock #1
    store(number, customer); // RACE split-lock #1
    return number;
  }

  /** The sections are one after the other, what they change is independent. */
  void pay(long number, long cents) {
    lock.lock();
    try {
      total += cents;
    } finally {
      lock.unlock();
    }
    lock.lock();
    try {
      invoices.remove(number);
    } finally {
      lock.unlock();
    }
  }

  void month(ExecutorService clerks, List<String> customers) {
    for (String customer : customers) {
      clerks.submit(() -> issue(customer));
      clerks.execute(() -> pay(1, 9_900));
    }
  }
}

/** Helpers that lock, called with the lock held. */
class GaplessNumbers {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, String> invoices = new TreeMap<>();
  private long last;

  private long peek() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void store(long number, String customer) {
    lock.lock();
    try {
      last = number;
      invoices.put(number, customer);
    } finally {
      lock.unlock();
    }
  }

  long issue(String customer) {
    lock.lock();
    try {
      long number = peek() + 1;
      store(number, customer);
      return number;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the number in one section and uses what it alone has got in the next. */
  long reserve(String customer) {
    long number;
    lock.lock();
    try {
      number = ++last;
    } finally {
      lock.unlock();
    }
    String text = "reserved for " + customer;
    lock.lock();
    try {
      invoices.put(number, text);
    } finally {
      lock.unlock();
    }
    return number;
  }

  void month(ExecutorService clerks, List<String> customers) {
    for (String customer : customers) {
      clerks.submit(() -> issue(customer));
      clerks.submit(() -> reserve(customer));
    }
  }
}
