package shop;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded buffer with two conditions. */
class Conveyor<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Object[] slots;
  private int head;
  private int count;
  private long passed;
  private boolean closed;

  Conveyor(int capacity) {
    slots = new Object[capacity];
  }

  boolean put(T item) throws InterruptedException {
    lock.lock();
    try {
      while (count == slots.length && !closed) {
        notFull.await();
      }
      if (closed) {
        return false;
      }
      slots[(head + count) % slots.length] = item;
      count++;
      notEmpty.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("unchecked")
  T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == 0) {
        if (closed) {
          return null;
        }
        notEmpty.await();
      }
      T item = (T) slots[head];
      slots[head] = null;
      head = (head + 1) % slots.length;
      count--;
      passed++;
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      notFull.signalAll();
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long passed() {
    lock.lock();
    try {
      return passed;
    } finally {
      lock.unlock();
    }
  }
}
