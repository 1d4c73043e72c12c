package com.tillbridge.payments;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A payment goes from NEW to AUTHORISED to CAPTURED; callbacks arrive twice and in any order. */
class PaymentFlow {
  enum State { NEW, AUTHORISED, CAPTURED, REFUNDED }

  private final Lock lock = new ReentrantLock();
  private State state = State.NEW;
  private long captured;
  private int attempts;

  State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  private void become(State next) {
    lock.lock();
    try {
      state = next;
    } finally {
      lock.unlock();
    }
  }

  /** Asks, talks to the bank, and sets. */
  boolean authorise() {
    if (state() != State.NEW) { // RACE split-lock #1
      return false;
    }
    askBank();
    become(State.AUTHORISED); // RACE split-lock #1
    return true;
  }

  boolean capture(long cents) {
    lock.lock();
    try {
      attempts++;
      if (state != State.AUTHORISED) {
        return false;
      }
      state = State.CAPTURED;
      captured += cents;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Decides under the lock, pays back after it, notes it under the lock again. */
  void refund() {
    boolean due;
    lock.lock();
    try {
      due = state == State.CAPTURED; // RACE split-lock #2
    } finally {
      lock.unlock();
    }
    if (due) {
      askBank();
      lock.lock();
      try {
        state = State.REFUNDED; // RACE split-lock #2
        captured = 0; // RACE split-lock #2
      } finally {
        lock.unlock();
      }
    }
  }

  /** Moves on first, then talks: only one caller gets past the switch. */
  boolean refundOnce() {
    lock.lock();
    try {
      switch (state) {
        case CAPTURED:
          state = State.REFUNDED;
          captured = 0;
          break;
        default:
          return false;
      }
    } finally {
      lock.unlock();
    }
    askBank();
    return true;
  }

  private static void askBank() {
    Thread.yield();
  }

  void callbacks(ExecutorService web, int count) {
    for (int i = 0; i < count; i++) {
      web.submit(this::authorise);
      web.submit(() -> capture(4_900));
      web.execute(this::refund);
      web.submit(this::refundOnce);
    }
  }
}
