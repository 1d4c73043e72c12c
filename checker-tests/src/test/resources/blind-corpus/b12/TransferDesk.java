package net.payrail.desk;

import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Queue of transfers with a credit limit shared by all clerks. */
final class TransferDesk {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Long> queue = new LinkedList<>();
  private final Map<String, Long> limits = new HashMap<>();
  private long credit;
  private int timeouts;
  private int skipped;
  private int urgent;

  void submit(long cents) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (credit < cents) {
        changed.await();
      }
      credit -= cents;
      queue.add(cents);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean submitSoon(long cents, long millis) throws InterruptedException {
    if (!lock.tryLock(millis, TimeUnit.MILLISECONDS)) {
      timeouts++; // RACE wrong-lock
      return false;
    }
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      while (credit < cents) {
        if (nanos <= 0) {
          timeouts++;
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      credit -= cents;
      queue.add(cents);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void submitUrgent(long cents) {
    boolean held = lock.tryLock();
    urgent++; // RACE wrong-lock
    if (held) {
      try {
        credit -= cents;
        queue.add(cents);
      } finally {
        lock.unlock();
      }
    }
  }

  void allow(long cents) throws InterruptedException {
    lock.lock();
    try {
      long before = credit; // RACE split-lock #1
      while (queue.size() > 100) {
        changed.await();
      }
      credit = before + cents; // RACE split-lock #1
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Long next() {
    if (lock.tryLock()) {
      try {
        if (queue.isEmpty()) {
          skipped++;
          return null;
        }
        Long head = queue.peek();
        queue.poll();
        changed.signalAll();
        return head;
      } finally {
        lock.unlock();
      }
    }
    return null;
  }

  void limit(String customer, long cents) {
    lock.lock();
    Long old;
    try {
      old = limits.get(customer); // RACE split-lock #2
    } finally {
      lock.unlock();
    }
    long merged = old == null ? cents : Math.min(old, cents);
    lock.lock();
    try {
      limits.put(customer, merged); // RACE split-lock #2
    } finally {
      lock.unlock();
    }
  }

  long credit() {
    assertLocked();
    return credit;
  }

  private void assertLocked() {
    assert lock.isHeldByCurrentThread();
  }

  int[] counters() {
    lock.lock();
    try {
      return new int[] {timeouts, skipped};
    } finally {
      lock.unlock();
    }
  }
}
