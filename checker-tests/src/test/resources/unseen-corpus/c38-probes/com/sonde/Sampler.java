package com.sonde;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Picks one event in n. */
public class Sampler {
  private final AtomicLong seen = new AtomicLong();
  private final int n;
  private final ThreadLocal<long[]> local = ThreadLocal.withInitial(() -> new long[2]);

  public Sampler(int n) {
    this.n = n;
  }

  public boolean pick() {
    long[] mine = local.get();
    mine[0]++;
    if (ThreadLocalRandom.current().nextInt(n) == 0) {
      mine[1]++;
      return true;
    }
    return false;
  }

  public boolean pickEvery() {
    return seen.getAndIncrement() % n == 0;
  }
}
