package io.tenantly.quota;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lombok.Synchronized;

/** Quotas of tenants; uses the generated lock object where one is wanted. */
public class QuotaBook {
  private final Map<String, Long> used = new HashMap<>();
  private final Map<String, Long> limits = new HashMap<>();
  private final Object limitLock = new Object();
  private final Lock rateLock = new ReentrantLock();
  private int denials;
  private int raises;
  private double rate;

  @Synchronized
  public boolean take(String tenant, long n) {
    long u = used.getOrDefault(tenant, 0L);
    if (u + n > limit(tenant)) {
      denials++;
      return false;
    }
    used.put(tenant, u + n);
    return true;
  }

  @Synchronized
  public void release(String tenant, long n) {
    used.merge(tenant, -n, Long::sum);
  }

  /** Another monitor than the one of take(). */
  public synchronized void charge(String tenant, long n) {
    long u = used.getOrDefault(tenant, 0L); // RACE wrong-lock #1
    used.put(tenant, u + n); // RACE wrong-lock #1
  }

  @Synchronized("limitLock")
  public void raise(String tenant, long by) {
    limits.put(tenant, limits.getOrDefault(tenant, 100L) + by);
    raises++;
  }

  private long limit(String tenant) {
    synchronized (limitLock) {
      return limits.getOrDefault(tenant, 100L);
    }
  }

  public void lower(String tenant, long by) {
    synchronized (limitLock) {
      limits.computeIfPresent(tenant, (t, l) -> Math.max(0, l - by));
    }
  }

  public void sample(double value) {
    rateLock.lock();
    try {
      rate += (value - rate) * 0.1;
    } finally {
      rateLock.unlock();
    }
  }

  @Synchronized
  public int denials() {
    return denials;
  }
}
