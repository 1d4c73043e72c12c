package org.gyre.ring;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bounded FIFO for many producers and consumers. */
public class RingBuffer<E> {
  private final Object[] items;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private int head;
  private int tail;
  private int count;
  private int peak;
  private long rejected;

  public RingBuffer(int capacity) {
    items = new Object[capacity];
  }

  public void put(E e) throws InterruptedException {
    final ReentrantLock l = lock;
    l.lockInterruptibly();
    try {
      while (count == items.length) {
        notFull.await();
      }
      insert(e);
    } finally {
      l.unlock();
    }
  }

  public boolean offer(E e) {
    lock.lock();
    try {
      if (count == items.length) {
        rejected++;
        return false;
      }
      insert(e);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void insert(E e) {
    items[tail] = e;
    tail = tail + 1 == items.length ? 0 : tail + 1;
    if (++count > peak) {
      peak = count;
    }
    notEmpty.signal();
  }

  @SuppressWarnings("unchecked")
  public E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == 0) {
        notEmpty.await();
      }
      E e = (E) items[head];
      items[head] = null;
      head = (head + 1) % items.length;
      count--;
      notFull.signal();
      return e;
    } finally {
      lock.unlock();
    }
  }

  public long rejected() {
    lock.lock();
    try {
      return rejected + peak;
    } finally {
      lock.unlock();
    }
  }
}
