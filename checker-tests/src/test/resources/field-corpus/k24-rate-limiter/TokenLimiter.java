package k24;

import java.util.concurrent.TimeUnit;

/** Smooth limiter; the state below is guarded by {@link #mutex()}. */
public abstract class TokenLimiter {
  private volatile Object mutexDoNotUseDirectly;

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

  public static TokenLimiter create(double permitsPerSecond) {
    TokenLimiter l = new Bursty(1.0);
    l.setRate(permitsPerSecond);
    return l;
  }

  public final void setRate(double permitsPerSecond) {
    if (!(permitsPerSecond > 0.0)) {
      throw new IllegalArgumentException("rate must be positive");
    }
    synchronized (mutex()) {
      doSetRate(permitsPerSecond, readMicros());
    }
  }

  public double acquire(int permits) {
    long microsToWait = reserve(permits);
    try {
      TimeUnit.MICROSECONDS.sleep(microsToWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1.0 * microsToWait / TimeUnit.SECONDS.toMicros(1L);
  }

  public boolean tryAcquire(int permits, long timeoutMicros) {
    long microsToWait;
    synchronized (mutex()) {
      long now = readMicros();
      if (queryEarliestAvailable(now) - timeoutMicros > now) {
        return false;
      }
      microsToWait = reserveAndGetWaitLength(permits, now);
    }
    return microsToWait >= 0;
  }

  final long reserve(int permits) {
    synchronized (mutex()) {
      return reserveAndGetWaitLength(permits, readMicros());
    }
  }

  final long reserveAndGetWaitLength(int permits, long nowMicros) {
    long momentAvailable = reserveEarliestAvailable(permits, nowMicros);
    return Math.max(momentAvailable - nowMicros, 0);
  }

  abstract void doSetRate(double permitsPerSecond, long nowMicros);

  abstract long queryEarliestAvailable(long nowMicros);

  abstract long reserveEarliestAvailable(int permits, long nowMicros);

  static long readMicros() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
  }

  static final class Bursty extends TokenLimiter {
    private final double maxBurstSeconds;
    private double storedPermits;
    private double maxPermits;
    private double stableIntervalMicros;
    private long nextFreeTicketMicros = 0L;

    Bursty(double maxBurstSeconds) {
      this.maxBurstSeconds = maxBurstSeconds;
    }

    @Override
    void doSetRate(double permitsPerSecond, long nowMicros) {
      resync(nowMicros);
      this.stableIntervalMicros = TimeUnit.SECONDS.toMicros(1L) / permitsPerSecond;
      double oldMax = this.maxPermits;
      maxPermits = maxBurstSeconds * permitsPerSecond;
      storedPermits = oldMax == 0.0 ? 0.0 : storedPermits * maxPermits / oldMax;
    }

    @Override
    long queryEarliestAvailable(long nowMicros) {
      return nextFreeTicketMicros;
    }

    @Override
    long reserveEarliestAvailable(int required, long nowMicros) {
      resync(nowMicros);
      long returnValue = nextFreeTicketMicros;
      double toSpend = Math.min(required, this.storedPermits);
      double fresh = required - toSpend;
      long waitMicros = (long) (fresh * stableIntervalMicros);
      this.nextFreeTicketMicros += waitMicros;
      this.storedPermits -= toSpend;
      return returnValue;
    }

    void resync(long nowMicros) {
      if (nowMicros > nextFreeTicketMicros) {
        double newPermits = (nowMicros - nextFreeTicketMicros) / stableIntervalMicros;
        storedPermits = Math.min(maxPermits, storedPermits + newPermits);
        nextFreeTicketMicros = nowMicros;
      }
    }
  }
}
