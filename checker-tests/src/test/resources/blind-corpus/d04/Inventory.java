package org.keepsake.books;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Everything under one lock, taken in many ways. */
public class Inventory {
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore mutex = new Semaphore(1, true);
  private final Map<String, Integer> stock = new HashMap<>();
  private int reads;
  private int failures;
  private int reserved;
  private volatile int revision;

  private void enter() {
    lock.lock();
  }

  private void leave() {
    lock.unlock();
  }

  public void add(String sku, int n) {
    enter();
    try {
      Integer old = stock.get(sku);
      stock.put(sku, old == null ? n : old + n);
      revision++;
    } finally {
      leave();
    }
  }

  public <T> T read(Function<Map<String, Integer>, T> f) {
    ReentrantLock l = lock;
    l.lock();
    try {
      reads++;
      return f.apply(stock);
    } finally {
      l.unlock();
    }
  }

  public boolean tryTake(String sku) {
    if (!lock.tryLock()) {
      mutex.acquireUninterruptibly();
      failures++;
      mutex.release();
      return false;
    }
    try {
      return take(sku, 1);
    } finally {
      lock.unlock();
    }
  }

  private boolean take(String sku, int n) {
    assert lock.isHeldByCurrentThread();
    int have = stock.getOrDefault(sku, 0);
    if (have < n) {
      return false;
    }
    stock.put(sku, have - n);
    revision++;
    return true;
  }

  public boolean takeAll(String... skus) {
    boolean ok = true;
    lock.lock();
    try {
      for (String s : skus) {
        if (!take(s, 1)) {
          ok = false;
          break;
        }
      }
      if (ok) {
        reserved += skus.length;
      }
    } finally {
      lock.unlock();
    }
    return ok;
  }

  public int[] report() throws InterruptedException {
    mutex.acquire();
    int f;
    try {
      f = failures;
    } finally {
      mutex.release();
    }
    return read(s -> new int[] {s.size(), reads, reserved, f});
  }

  public int revision() {
    return revision;
  }
}
