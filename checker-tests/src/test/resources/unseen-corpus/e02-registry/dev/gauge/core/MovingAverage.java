package dev.gauge.core;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Exponentially weighted rate; whoever first notices that an interval is over does the tick. */
public final class MovingAverage {
  private static final long INTERVAL = 5_000_000_000L;

  private final LongAdder uncounted = new LongAdder();
  private final AtomicLong lastTick = new AtomicLong(System.nanoTime());
  private final double alpha;
  private double rate;
  private boolean primed;

  public MovingAverage(double alpha) {
    this.alpha = alpha;
  }

  public void mark() {
    tickIfDue();
    uncounted.increment();
  }

  private void tickIfDue() {
    long old = lastTick.get();
    long now = System.nanoTime();
    if (now - old > INTERVAL && lastTick.compareAndSet(old, now)) {
      tick(uncounted.sumThenReset());
    }
  }

  private synchronized void tick(long n) {
    double instant = (double) n / INTERVAL;
    if (primed) {
      rate += alpha * (instant - rate);
    } else {
      rate = instant;
      primed = true;
    }
  }

  public synchronized double rate() {
    return rate;
  }
}
