package net.tallyhouse.stripes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Votes per candidate. The arrays are guarded by a stripe of locks. */
final class StripedCounters {
  private static final int STRIPES = 16;
  private final Object[] locks = new Object[STRIPES];
  private final ReentrantLock[] totalsLocks;
  private final long[] votes = new long[STRIPES];
  private final long[] totals;
  private final int[] spoiled;
  private long all;

  StripedCounters(int districts) {
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Object();
    }
    totals = new long[districts];
    spoiled = new int[districts];
    totalsLocks = new ReentrantLock[districts];
    for (int i = 0; i < districts; i++) {
      totalsLocks[i] = new ReentrantLock();
      spoiled[i] -= i % 2;
    }
  }

  void vote(int candidate, int district) {
    int s = candidate & (STRIPES - 1);
    synchronized (locks[s]) {
      votes[s]++;
    }
    ReentrantLock l = totalsLocks[district];
    l.lock();
    try {
      totals[district] += 1;
    } finally {
      l.unlock();
    }
  }

  void spoil(int candidate, int district) {
    synchronized (locks[candidate % STRIPES]) {
      spoiled[district]++; // RACE wrong-lock
      all++; // RACE wrong-lock
    }
  }

  void move(int from, int to) {
    int a = Math.min(from, to);
    int b = Math.max(from, to);
    synchronized (locks[a]) {
      synchronized (locks[b]) {
        votes[from]--;
        votes[to]++;
      }
    }
  }

  long count() {
    long n = 0;
    for (int i = 0; i < STRIPES; i++) {
      synchronized (locks[i]) {
        n += votes[i];
      }
    }
    return n;
  }

  long all() {
    return all;
  }

  void feed(ExecutorService pool, int[][] ballots) {
    for (int[] b : ballots) {
      pool.execute(() -> {
        if (b[0] < 0) {
          spoil(-b[0], b[1]);
        } else {
          vote(b[0], b[1]);
        }
      });
    }
  }
}
