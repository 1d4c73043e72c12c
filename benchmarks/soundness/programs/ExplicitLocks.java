package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks that are taken by calls. */
final class ExplicitLocks {
  private ExplicitLocks() {}

  static final class Reentrant implements Program {
    private final Lock lock = new ReentrantLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class LockOfEachTask implements Program {
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add(new ReentrantLock()));
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add(Lock lock) {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class UnlockedTooEarly implements Program {
    private final Lock lock = new ReentrantLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      lock.lock();
      int next;
      try {
        next = count + 1;
      } finally {
        lock.unlock();
      }
      count = next;
    }
  }

  static final class ReadLock implements Program {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      lock.readLock().lock();
      try {
        count++;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  static final class WriteLock implements Program {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      lock.writeLock().lock();
      try {
        count++;
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  static final class StampOfReading implements Program {
    private final StampedLock lock = new StampedLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      long stamp = lock.readLock();
      try {
        count++;
      } finally {
        lock.unlockRead(stamp);
      }
    }
  }

  static final class StampOfWriting implements Program {
    private final StampedLock lock = new StampedLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      long stamp = lock.writeLock();
      try {
        count++;
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  static final class TwoPermits implements Program {
    private final Semaphore permits = new Semaphore(2);
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      permits.acquireUninterruptibly();
      try {
        count++;
      } finally {
        permits.release();
      }
    }
  }

  static final class OnePermit implements Program {
    private final Semaphore permits = new Semaphore(1);
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      permits.acquireUninterruptibly();
      try {
        count++;
      } finally {
        permits.release();
      }
    }
  }

  static final class TryLockIgnored implements Program {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      boolean locked = lock.tryLock();
      count++;
      if (locked) {
        lock.unlock();
      }
    }
  }

  static final class TryLockInALoop implements Program {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      while (!lock.tryLock()) {
        Thread.onSpinWait();
      }
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }
}
