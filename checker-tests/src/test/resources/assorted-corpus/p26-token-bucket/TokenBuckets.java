package com.gatekeep.limits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Rate limiters asked by each request thread. */
public interface TokenBuckets {
  boolean tryAcquire();

  final class VolatileBucket implements TokenBuckets {
    private final long capacity;
    private final long refillNanos;
    private volatile long tokens;
    private volatile long lastRefill = System.nanoTime();

    VolatileBucket(long capacity, long perSecond) {
      this.capacity = capacity;
      this.refillNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
      this.tokens = capacity;
    }

    @Override
    public boolean tryAcquire() {
      refill();
      if (tokens > 0) { // RACE check-then-act #1
        tokens--; // RACE check-then-act #1
        return true;
      }
      return false;
    }

    private void refill() {
      long now = System.nanoTime();
      long add = (now - lastRefill) / refillNanos; // RACE check-then-act #2
      if (add > 0) {
        tokens = Math.min(capacity, tokens + add); // RACE check-then-act #2
        lastRefill = now; // RACE check-then-act #2
      }
    }
  }

  final class LockedBucket implements TokenBuckets {
    private final double capacity;
    private final double perNano;
    private double stored;
    private long last = System.nanoTime();
    private final Object mutex = new Object();

    LockedBucket(double capacity, double perSecond) {
      this.capacity = capacity;
      this.perNano = perSecond / 1e9;
      this.stored = capacity;
    }

    @Override
    public boolean tryAcquire() {
      synchronized (mutex) {
        resync(System.nanoTime());
        if (stored < 1) {
          return false;
        }
        stored -= 1;
        return true;
      }
    }

    private void resync(long now) {
      if (now > last) {
        stored = Math.min(capacity, stored + (now - last) * perNano);
        last = now;
      }
    }
  }

  /** State in one immutable object. */
  final class CasBucket implements TokenBuckets {
    private static final class State {
      final long tokens;
      final long at;

      State(long tokens, long at) {
        this.tokens = tokens;
        this.at = at;
      }
    }

    private final AtomicReference<State> state;
    private final AtomicLong denied = new AtomicLong();
    private final long capacity;
    private final long period;

    CasBucket(long capacity, long period) {
      this.capacity = capacity;
      this.period = period;
      this.state = new AtomicReference<>(new State(capacity, System.nanoTime()));
    }

    @Override
    public boolean tryAcquire() {
      while (true) {
        State s = state.get();
        long now = System.nanoTime();
        long add = (now - s.at) / period;
        long available = Math.min(capacity, s.tokens + add);
        if (available == 0) {
          denied.incrementAndGet();
          return false;
        }
        if (state.compareAndSet(s, new State(available - 1, s.at + add * period))) {
          return true;
        }
      }
    }
  }
}
