package com.coinpurse.wallets;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Wallet balances behind sixteen locks. */
class WalletLocks {
  private final Lock[] stripes = new Lock[16];
  private final long[] balances = new long[10_000];
  private final int[] transfers = new int[16];
  private long fees;

  WalletLocks() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  void deposit(int wallet, long amount) {
    Lock lock = stripes[wallet % 16];
    lock.lock();
    try {
      balances[wallet] += amount;
      transfers[wallet % 16]++;
    } finally {
      lock.unlock();
    }
  }

  /** Counts the fee under whichever stripe the wallet has. */
  void charge(int wallet, long fee) {
    Lock lock = stripes[wallet % 16];
    lock.lock();
    try {
      balances[wallet] -= fee;
      fees += fee; // RACE wrong-lock
    } finally {
      lock.unlock();
    }
  }

  /** The stripe of the sender does not guard the wallet of the receiver. */
  void move(int from, int to, long amount) {
    synchronized (stripes) {
      balances[to] += amount; // RACE wrong-lock
    }
    Lock lock = stripes[from % 16];
    lock.lock();
    try {
      balances[from] -= amount;
    } finally {
      lock.unlock();
    }
  }

  /** A lock for each thread is no lock between two threads. */
  void interest(int wallet) {
    Lock lock = stripes[(int) (Thread.currentThread().getId() % 16)];
    lock.lock();
    try {
      balances[wallet] += balances[wallet] / 100; // RACE wrong-lock
    } finally {
      lock.unlock();
    }
  }

  /** Two stripes at once, the lower one first. */
  void swap(int a, int b) {
    int first = Math.min(a % 16, b % 16);
    int second = Math.max(a % 16, b % 16);
    stripes[first].lock();
    stripes[second].lock();
    try {
      long kept = balances[a];
      balances[a] = balances[b];
      balances[b] = kept;
    } finally {
      stripes[second].unlock();
      stripes[first].unlock();
    }
  }

  long fees() {
    return fees;
  }

  void day(ExecutorService pool, int wallets) {
    for (int i = 0; i < wallets; i++) {
      int wallet = i;
      pool.execute(() -> deposit(wallet, 100));
      pool.execute(() -> charge(wallet, 1));
      pool.execute(() -> move(wallet, 0, 5));
      pool.execute(() -> interest(wallet));
      pool.execute(() -> swap(wallet, 1));
    }
  }
}
