package io.tern.pool;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A LIFO object pool. Objects are created on demand until {@code maxTotal} exist; after that callers wait for
 * one to come back. Instances are thread-safe.
 */
public final class ObjectPool<T> {
  private final BlockingDeque<PooledObject<T>> idle = new LinkedBlockingDeque<>();
  private final Supplier<T> factory;
  private final int maxTotal;
  private final Object evictionLock = new Object();
  private volatile int total;
  private volatile int borrowed;
  private long evictions;

  public ObjectPool(Supplier<T> factory, int maxTotal) {
    this.factory = factory;
    this.maxTotal = maxTotal;
  }

  public PooledObject<T> borrow(long timeout, TimeUnit unit) throws InterruptedException {
    PooledObject<T> p = idle.pollFirst();
    if (p == null && total < maxTotal) { // RACE check-then-act #1
      total++; // RACE check-then-act #1
      p = new PooledObject<>(factory.get());
    }
    if (p == null) {
      p = idle.pollFirst(timeout, unit);
    }
    if (p != null && p.markBorrowed()) {
      borrowed++; // RACE atomic-compound
      return p;
    }
    return null;
  }

  public void giveBack(PooledObject<T> p) {
    if (p.markIdle()) {
      idle.addFirst(p);
    }
  }

  public void evict(long olderThanNanos) {
    synchronized (evictionLock) {
      PooledObject<T> p;
      while ((p = idle.peekLast()) != null && p.idleNanos() > olderThanNanos) {
        if (idle.removeLastOccurrence(p)) {
          evictions++;
        }
      }
    }
  }

  public long evictions() {
    synchronized (evictionLock) {
      return evictions;
    }
  }

  public int borrowed() {
    return borrowed;
  }
}
