package sched;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Several ways to let one thread refresh while the others go on with the old value. */
final class Refreshers {
  private Refreshers() {}

  /** By a lock that is only tried. */
  static final class ByLock<T> {
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Supplier<T> source;
    private volatile T value;
    private volatile int refreshes;

    ByLock(Supplier<T> source) {
      this.source = source;
      this.value = source.get();
    }

    T get() {
      if (refreshing.tryLock()) {
        try {
          value = source.get();
          refreshes++;
        } finally {
          refreshing.unlock();
        }
      }
      return value;
    }
  }

  /** By a permit. */
  static final class ByPermit {
    private final Semaphore permit = new Semaphore(1);
    private int rounds;
    private long spent;

    boolean refresh(Runnable body) {
      if (!permit.tryAcquire()) {
        return false;
      }
      try {
        long t = System.nanoTime();
        body.run();
        rounds++;
        spent += System.nanoTime() - t;
        return true;
      } finally {
        permit.release();
      }
    }
  }

  /** By the time of the last refresh. */
  static final class ByTime {
    private final AtomicLong last = new AtomicLong();
    private final Executor executor;

    ByTime(Executor executor) {
      this.executor = executor;
    }

    void touch(long now, Runnable body) {
      long before = last.get();
      if (now - before > 1000 && last.compareAndSet(before, now)) {
        executor.execute(body);
      }
    }
  }

  /** By a counter of requests: the first requester works for all who come meanwhile. */
  static final class ByCounter {
    private final AtomicInteger requested = new AtomicInteger();
    private int handled;

    void request(Runnable body) {
      if (requested.getAndIncrement() != 0) {
        return;
      }
      int missed = 1;
      do {
        body.run();
        handled += missed;
        missed = requested.addAndGet(-missed);
      } while (missed != 0);
    }
  }

  /** By a monitor around the flag. */
  static final class ByFlag {
    private boolean busy;
    private int skipped;

    void refresh(Runnable body) {
      synchronized (this) {
        if (busy) {
          skipped++;
          return;
        }
        busy = true;
      }
      try {
        body.run();
      } finally {
        synchronized (this) {
          busy = false;
        }
      }
    }
  }

  /** By the claim of a token. */
  static final class ByToken {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private int depth;

    boolean enter() {
      Thread me = Thread.currentThread();
      if (owner.get() == me || owner.compareAndSet(null, me)) {
        depth++;
        return true;
      }
      return false;
    }

    void exit() {
      if (--depth == 0) {
        owner.set(null);
      }
    }
  }
}
