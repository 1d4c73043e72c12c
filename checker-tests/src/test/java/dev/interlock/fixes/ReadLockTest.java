package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A lock that many threads can hold guards no update. */
final class ReadLockTest {

  @Test
  void readLockThatTheConstructorKeepsIsNotHeldForUpdates() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final Lock readLock;
              private final Lock writeLock;
              private long total;
              private long least = Long.MAX_VALUE;

              Sample() {
                ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                this.readLock = lock.readLock();
                this.writeLock = lock.writeLock();
              }

              void start(ExecutorService pool) {
                pool.execute(() -> took(5));
                pool.execute(() -> took(6));
                pool.execute(() -> average());
                pool.execute(() -> clear());
              }

              private void took(long millis) {
                readLock.lock();
                try {
                  total += millis;
                  if (millis < least) {
                    least = millis;
                  }
                } finally {
                  readLock.unlock();
                }
              }

              private String average() {
                readLock.lock();
                try {
                  return total + " " + least;
                } finally {
                  readLock.unlock();
                }
              }

              private void clear() {
                writeLock.lock();
                try {
                  total = 0;
                } finally {
                  writeLock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final Lock readLock;
              private final Lock writeLock;
              private final AtomicLong total = new AtomicLong();
              private final AtomicLong least = new AtomicLong(Long.MAX_VALUE);

              Sample() {
                ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                this.readLock = lock.readLock();
                this.writeLock = lock.writeLock();
              }

              void start(ExecutorService pool) {
                pool.execute(() -> took(5));
                pool.execute(() -> took(6));
                pool.execute(() -> average());
                pool.execute(() -> clear());
              }

              private void took(long millis) {
                readLock.lock();
                try {
                  total.addAndGet(millis);
                  least.accumulateAndGet(millis, Math::min);
                } finally {
                  readLock.unlock();
                }
              }

              private String average() {
                readLock.lock();
                try {
                  return total.get() + " " + least.get();
                } finally {
                  readLock.unlock();
                }
              }

              private void clear() {
                writeLock.lock();
                try {
                  total.set(0);
                } finally {
                  writeLock.unlock();
                }
              }
            }
            """);
  }
}
