package io.lowlevel.tickets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Reference-counted ticket without locks. */
class Ticket {
  private static final AtomicIntegerFieldUpdater<Ticket> REFS =
      AtomicIntegerFieldUpdater.newUpdater(Ticket.class, "refs");
  private static final AtomicReferenceFieldUpdater<Ticket, String> OWNER =
      AtomicReferenceFieldUpdater.newUpdater(Ticket.class, String.class, "owner");
  private static final VarHandle SCORE;
  private static final VarHandle FLAGS;
  private static final int USED = 1;
  private static final int VOID = 2;

  static {
    try {
      MethodHandles.Lookup l = MethodHandles.lookup();
      SCORE = l.findVarHandle(Ticket.class, "score", long.class);
      FLAGS = l.findVarHandle(Ticket.class, "flags", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int refs = 1;
  private volatile String owner;
  private volatile long score;
  private volatile int flags;

  boolean retain() {
    for (;;) {
      int r = refs;
      if (r == 0) {
        return false;
      }
      if (REFS.compareAndSet(this, r, r + 1)) {
        return true;
      }
    }
  }

  boolean release() {
    int r = REFS.decrementAndGet(this);
    if (r < 0) {
      throw new IllegalStateException("released too often");
    }
    return r == 0;
  }

  void retainMany(int n) {
    int r = REFS.get(this); // RACE atomic-compound #3
    REFS.set(this, r + n); // RACE atomic-compound #3
  }

  boolean claim(String who) {
    return OWNER.compareAndSet(this, null, who) || who.equals(owner);
  }

  void handOver(String to) {
    String from = OWNER.getAndSet(this, to);
    if (from != null && from.equals(to)) {
      return;
    }
    SCORE.getAndAdd(this, 1L);
  }

  void bonus(long points) {
    long s = (long) SCORE.getVolatile(this); // RACE atomic-compound #4
    SCORE.compareAndSet(this, s, s + points); // RACE atomic-compound #4
  }

  void penalty(long points) {
    long s;
    do {
      s = (long) SCORE.getAcquire(this);
    } while (!SCORE.weakCompareAndSetRelease(this, s, Math.max(0, s - points)));
  }

  boolean use() {
    int f = (int) FLAGS.getAndBitwiseOr(this, USED);
    return (f & (USED | VOID)) == 0;
  }

  void cancel() {
    flags |= VOID; // RACE rmw
  }

  long score() {
    return score;
  }
}
