package edu.cs.os;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class BoundedBuffer<E> {
  private final Object[] items;
  private int takeIndex;
  private int putIndex;
  private int count;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private long totalPut;
  private int waitingTakers;

  public BoundedBuffer(int capacity) {
    items = new Object[capacity];
  }

  private void enqueue(E e) {
    assert lock.isHeldByCurrentThread();
    items[putIndex] = e;
    if (++putIndex == items.length) {
      putIndex = 0;
    }
    count++;
    totalPut++;
    notEmpty.signal();
  }

  @SuppressWarnings("unchecked")
  private E dequeue() {
    E e = (E) items[takeIndex];
    items[takeIndex] = null;
    if (++takeIndex == items.length) {
      takeIndex = 0;
    }
    count--;
    notFull.signal();
    return e;
  }

  public void put(E e) throws InterruptedException {
    final ReentrantLock l = this.lock;
    l.lockInterruptibly();
    try {
      while (count == items.length) {
        notFull.await();
      }
      enqueue(e);
    } finally {
      l.unlock();
    }
  }

  public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (count == items.length) {
        if (nanos <= 0L) {
          return false;
        }
        nanos = notFull.awaitNanos(nanos);
      }
      enqueue(e);
      return true;
    } finally {
      lock.unlock();
    }
  }

  public E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waitingTakers++;
      try {
        while (count == 0) {
          notEmpty.await();
        }
      } finally {
        waitingTakers--;
      }
      return dequeue();
    } finally {
      lock.unlock();
    }
  }

  public int size() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryPut(E e) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (count == items.length) {
        return false;
      }
      enqueue(e);
      return true;
    } finally {
      lock.unlock();
    }
  }
}
