package com.sonde;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/** One telemetry channel, fed by any thread of the instrumented program. */
public class Channel {
  private static final AtomicLongFieldUpdater<Channel> SEQ =
      AtomicLongFieldUpdater.newUpdater(Channel.class, "seq");

  private final AtomicLong peak = new AtomicLong();
  private final AtomicLong floor = new AtomicLong(Long.MAX_VALUE);
  private final LongAdder events = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final AtomicInteger level = new AtomicInteger();
  private volatile long seq;
  private volatile boolean overflow;
  private volatile Thread owner;

  public long event(long value) {
    events.increment();
    if (value > peak.get()) { // RACE atomic-compound #1
      peak.set(value); // RACE atomic-compound #1
    }
    floor.getAndAccumulate(value, Math::min);
    if (value < 0) {
      errors.increment();
    }
    return SEQ.incrementAndGet(this);
  }

  /** The number of events since the last report. */
  public long report() {
    long n = events.sum(); // RACE atomic-compound #2
    events.reset(); // RACE atomic-compound #2
    return n;
  }

  public long reportErrors() {
    return errors.sumThenReset();
  }

  public void full(Runnable alarm) {
    if (overflow) { // RACE check-then-act #3
      return;
    }
    overflow = true; // RACE check-then-act #3
    alarm.run();
  }

  public void drained() {
    overflow = false;
  }

  public void claim() {
    owner = Thread.currentThread();
  }

  public boolean raise(int to) {
    int now = level.get();
    while (now < to) {
      int witness = level.compareAndExchange(now, to);
      if (witness == now) {
        return true;
      }
      now = witness;
    }
    return false;
  }

  public String owner() {
    Thread t = owner;
    return t == null ? "-" : t.getName() + "@" + seq;
  }
}
