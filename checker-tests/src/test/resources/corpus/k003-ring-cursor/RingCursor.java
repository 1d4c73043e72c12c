package net.ringwerk.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Cursors of a ring buffer that several producers advance. */
class RingCursor {
  private static final VarHandle HEAD;
  private static final AtomicIntegerFieldUpdater<RingCursor> LAPS =
      AtomicIntegerFieldUpdater.newUpdater(RingCursor.class, "laps");
  private static final AtomicLongFieldUpdater<RingCursor> DROPPED =
      AtomicLongFieldUpdater.newUpdater(RingCursor.class, "dropped");

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(RingCursor.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int size;
  private volatile long head;
  private volatile int laps;
  private volatile long dropped;

  RingCursor(int size) {
    this.size = size;
  }

  /** Atomic: the handle reads and adds in one step. */
  long claim() {
    return (long) HEAD.getAndAdd(this, 1L);
  }

  long claimBatch(int n) {
    long now;
    do {
      now = head;
    } while (!HEAD.compareAndSet(this, now, now + n));
    return now;
  }

  /** The handle in two steps is no better than the field. */
  long claimHastily() {
    long now = (long) HEAD.getVolatile(this); // RACE atomic-compound #1
    HEAD.setRelease(this, now + 1); // RACE atomic-compound #1
    return now;
  }

  void lapDone() {
    LAPS.incrementAndGet(this);
  }

  void lapsMissed(int n) {
    LAPS.set(this, LAPS.get(this) + n); // RACE atomic-compound
  }

  void drop() {
    DROPPED.getAndIncrement(this);
  }

  /** The updater's field, changed behind the updater's back. */
  void dropAll(int n) {
    dropped += n; // RACE rmw
  }

  double load() {
    return (double) head / size + laps + dropped;
  }
}

/** Several producers and one cursor. */
class Producers {
  void run(RingCursor cursor, int producers) {
    for (int p = 0; p < producers; p++) {
      new Thread(
              () -> {
                long slot = cursor.claim() + cursor.claimBatch(4) + cursor.claimHastily();
                if (slot % 64 == 0) {
                  cursor.lapDone();
                  cursor.lapsMissed(1);
                } else {
                  cursor.drop();
                  cursor.dropAll(2);
                }
              })
          .start();
    }
  }
}
