package io.arcadia;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Winning streaks, without an object per counter. */
class Streaks {
  private static final AtomicIntegerFieldUpdater<Streaks> CURRENT =
      AtomicIntegerFieldUpdater.newUpdater(Streaks.class, "current");
  private static final VarHandle LONGEST;

  static {
    try {
      LONGEST = MethodHandles.lookup().findVarHandle(Streaks.class, "longest", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int current;
  private volatile int longest;

  void won() {
    int now = CURRENT.incrementAndGet(this);
    int seen = longest;
    while (now > seen && !LONGEST.compareAndSet(this, seen, now)) {
      seen = longest;
    }
  }

  void lost() {
    CURRENT.set(this, 0);
  }

  int longest() {
    return longest;
  }
}
