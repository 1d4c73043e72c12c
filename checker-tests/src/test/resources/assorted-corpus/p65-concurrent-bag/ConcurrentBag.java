package com.photon.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Entries are claimed by CAS on their state; the list itself changes rarely. */
public class ConcurrentBag<T extends ConcurrentBag.Entry> implements AutoCloseable {

  public abstract static class Entry {
    static final AtomicIntegerFieldUpdater<Entry> STATE =
        AtomicIntegerFieldUpdater.newUpdater(Entry.class, "state");
    static final int NOT_IN_USE = 0;
    static final int IN_USE = 1;
    static final int REMOVED = -1;

    private volatile int state = NOT_IN_USE;
    long lastBorrowed;
    int borrows;

    boolean claim() {
      return STATE.compareAndSet(this, NOT_IN_USE, IN_USE);
    }

    /** The owner only. */
    void touched() {
      lastBorrowed = System.nanoTime();
      borrows++;
    }
  }

  private final CopyOnWriteArrayList<T> shared = new CopyOnWriteArrayList<>();
  private final ThreadLocal<List<T>> mine = ThreadLocal.withInitial(() -> new ArrayList<>(16));
  private final AtomicInteger waiters = new AtomicInteger();
  private final SynchronousQueue<T> handoff = new SynchronousQueue<>(true);
  private volatile boolean closed;

  public T borrow(long timeoutMs) throws InterruptedException {
    List<T> local = mine.get();
    for (int i = local.size() - 1; i >= 0; i--) {
      T e = local.remove(i);
      if (e.claim()) {
        e.touched();
        return e;
      }
    }
    waiters.incrementAndGet();
    try {
      for (T e : shared) {
        if (e.claim()) {
          e.touched();
          return e;
        }
      }
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
      do {
        T e = handoff.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (e == null) {
          return null;
        }
        if (e.claim()) {
          e.touched();
          return e;
        }
      } while (true);
    } finally {
      waiters.decrementAndGet();
    }
  }

  public void giveBack(T e) {
    Entry.STATE.set(e, Entry.NOT_IN_USE);
    for (int i = 0; waiters.get() > 0; i++) {
      if (Entry.STATE.get(e) != Entry.NOT_IN_USE || handoff.offer(e)) {
        return;
      }
      if ((i & 0xff) == 0xff) {
        Thread.onSpinWait();
      }
    }
    List<T> local = mine.get();
    if (local.size() < 50) {
      local.add(e);
    }
  }

  public void add(T e) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    shared.add(e);
  }

  public boolean remove(T e) {
    if (!Entry.STATE.compareAndSet(e, Entry.IN_USE, Entry.REMOVED)) {
      return false;
    }
    return shared.remove(e);
  }

  @Override
  public void close() {
    closed = true;
  }
}
