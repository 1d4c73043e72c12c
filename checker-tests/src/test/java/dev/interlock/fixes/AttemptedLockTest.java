package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A lock that is taken if it is free, or unless the thread is interrupted. */
final class AttemptedLockTest {

  @Test
  void lockThatWasGotIsNotTakenAgain() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private long window;

              void adjust(int by) {
                window += by;
              }

              boolean take(int n) {
                if (lock.tryLock()) {
                  try {
                    window -= n;
                    return true;
                  } finally {
                    lock.unlock();
                  }
                }
                return false;
              }

              void takeInTime(int n) throws InterruptedException {
                boolean locked = lock.tryLock(5, TimeUnit.MILLISECONDS);
                if (!locked) {
                  throw new IllegalStateException();
                }
                try {
                  window -= n;
                } finally {
                  lock.unlock();
                }
              }

              void takeUnlessInterrupted(int n) throws InterruptedException {
                lock.lockInterruptibly();
                try {
                  window -= n;
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private long window;

              void adjust(int by) {
                lock.lock();
                try {
                  window += by;
                } finally {
                  lock.unlock();
                }
              }

              boolean take(int n) {
                if (lock.tryLock()) {
                  try {
                    window -= n;
                    return true;
                  } finally {
                    lock.unlock();
                  }
                }
                return false;
              }

              void takeInTime(int n) throws InterruptedException {
                boolean locked = lock.tryLock(5, TimeUnit.MILLISECONDS);
                if (!locked) {
                  throw new IllegalStateException();
                }
                try {
                  window -= n;
                } finally {
                  lock.unlock();
                }
              }

              void takeUnlessInterrupted(int n) throws InterruptedException {
                lock.lockInterruptibly();
                try {
                  window -= n;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void codeThatDidNotGetTheLockDoesNotWaitForIt() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private int stalls;

              boolean take() {
                boolean locked = lock.tryLock();
                if (!locked) {
                  stalls++;
                  return false;
                }
                lock.unlock();
                return true;
              }

              int stalls() {
                lock.lock();
                try {
                  return stalls;
                } finally {
                  lock.unlock();
                }
              }

              void forget() {
                lock.lock();
                try {
                  stalls = 0;
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private final AtomicInteger stalls = new AtomicInteger();

              boolean take() {
                boolean locked = lock.tryLock();
                if (!locked) {
                  stalls.incrementAndGet();
                  return false;
                }
                lock.unlock();
                return true;
              }

              int stalls() {
                lock.lock();
                try {
                  return stalls.get();
                } finally {
                  lock.unlock();
                }
              }

              void forget() {
                lock.lock();
                try {
                  stalls.set(0);
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }
}
