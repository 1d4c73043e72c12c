package com.gatekeep.smooth;

import java.util.concurrent.TimeUnit;

/** Rate limiter with subclasses; all abstract methods are called with the mutex held. */
abstract class SmoothLimiter {
  private volatile Object mutexDoNotUseDirectly;
  double storedPermits;
  double maxPermits;
  double stableIntervalMicros;
  private long nextFreeTicketMicros = 0L;
  private long granted;

  private Object mutex() {
    Object mutex = mutexDoNotUseDirectly;
    if (mutex == null) {
      synchronized (this) {
        mutex = mutexDoNotUseDirectly;
        if (mutex == null) {
          mutexDoNotUseDirectly = mutex = new Object();
        }
      }
    }
    return mutex;
  }

  public final void setRate(double permitsPerSecond) {
    synchronized (mutex()) {
      resync(now());
      stableIntervalMicros = TimeUnit.SECONDS.toMicros(1L) / permitsPerSecond;
      doSetRate(permitsPerSecond, stableIntervalMicros);
    }
  }

  public double acquire(int permits) {
    long wait;
    synchronized (mutex()) {
      wait = reserveAndGetWait(permits, now());
    }
    sleep(wait);
    return wait / 1e6;
  }

  public boolean tryAcquire(int permits, long timeoutMicros) {
    long wait;
    synchronized (mutex()) {
      long now = now();
      if (nextFreeTicketMicros - timeoutMicros > now) {
        return false;
      }
      wait = reserveAndGetWait(permits, now);
    }
    sleep(wait);
    return true;
  }

  private long reserveAndGetWait(int permits, long now) {
    return Math.max(reserveEarliest(permits, now) - now, 0);
  }

  private long reserveEarliest(int required, long now) {
    resync(now);
    long result = nextFreeTicketMicros;
    double spend = Math.min(required, storedPermits);
    double fresh = required - spend;
    long wait = storedToWait(storedPermits, spend) + (long) (fresh * stableIntervalMicros);
    nextFreeTicketMicros += wait;
    storedPermits -= spend;
    granted += required;
    return result;
  }

  void resync(long now) {
    if (now > nextFreeTicketMicros) {
      double more = (now - nextFreeTicketMicros) / coolDownInterval();
      storedPermits = Math.min(maxPermits, storedPermits + more);
      nextFreeTicketMicros = now;
    }
  }

  abstract void doSetRate(double permitsPerSecond, double stableIntervalMicros);

  abstract long storedToWait(double storedPermits, double take);

  abstract double coolDownInterval();

  long now() {
    return System.nanoTime() / 1000;
  }

  void sleep(long micros) {
    java.util.concurrent.locks.LockSupport.parkNanos(micros * 1000);
  }
}

final class Bursty extends SmoothLimiter {
  private final double maxBurstSeconds;
  private int rateChanges;

  Bursty(double maxBurstSeconds) {
    this.maxBurstSeconds = maxBurstSeconds;
  }

  @Override
  void doSetRate(double permitsPerSecond, double interval) {
    rateChanges++;
    double oldMax = maxPermits;
    maxPermits = maxBurstSeconds * permitsPerSecond;
    storedPermits = oldMax == 0 ? 0 : storedPermits * maxPermits / oldMax;
  }

  @Override
  long storedToWait(double storedPermits, double take) {
    return 0L;
  }

  @Override
  double coolDownInterval() {
    return stableIntervalMicros;
  }
}
