package com.cogwheel.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A pool of costly things for use by many threads; a library class that starts none itself. */
public class BoundedPool<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private final Deque<T> idle = new ArrayDeque<>();
  private final Supplier<? extends T> factory;
  private final int limit;
  private final AtomicInteger borrowed = new AtomicInteger();
  private int created;
  private long waits;
  private int timeouts;
  private volatile long lastBorrow;
  private volatile int highWater;

  public BoundedPool(int limit, Supplier<? extends T> factory) {
    this.limit = limit;
    this.factory = factory;
  }

  public T borrow(long millis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lockInterruptibly();
    try {
      while (idle.isEmpty() && created >= limit) {
        waits++;
        if (nanos <= 0) {
          timeouts++;
          return null;
        }
        nanos = returned.awaitNanos(nanos);
      }
      T item = idle.poll();
      if (item == null) {
        item = factory.get();
        created++;
      }
      borrowed(item);
      return item;
    } finally {
      lock.unlock();
    }
  }

  private void borrowed(T item) {
    assert item != null && lock.isHeldByCurrentThread();
    lastBorrow = System.nanoTime();
    int now = borrowed.incrementAndGet();
    if (now > highWater) {
      highWater = now;
    }
  }

  public void giveBack(T item) {
    borrowed.decrementAndGet();
    lock.lock();
    try {
      idle.push(item);
      returned.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Throws one away without asking for the lock. */
  public void discard(T item) {
    created--; // RACE wrong-lock
    if (borrowed.get() > 0) { // RACE atomic-compound #1
      borrowed.decrementAndGet(); // RACE atomic-compound #1
    }
  }

  /** Lets the lock go between the look and the removal. */
  public T evict() {
    lock.lock();
    boolean some;
    try {
      some = idle.size() > 1; // RACE split-lock #2
    } finally {
      lock.unlock();
    }
    if (!some) {
      return null;
    }
    lock.lock();
    try {
      return idle.pollLast(); // RACE split-lock #2
    } finally {
      lock.unlock();
    }
  }

  public String statistics() {
    lock.lock();
    try {
      return created + " " + idle.size() + " " + waits + " " + timeouts + " " + highWater;
    } finally {
      lock.unlock();
    }
  }

  public long lastBorrow() {
    return lastBorrow;
  }
}
