package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** From a lock for reading to one for writing. */
final class Upgrades {
  private Upgrades() {}

  static final class WriteAfterRead implements Program {
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
      int before;
      lock.readLock().lock();
      try {
        before = count;
      } finally {
        lock.readLock().unlock();
      }
      lock.writeLock().lock();
      try {
        count = before + 1;
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  static final class ReadAgain implements Program {
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
        if (count < 0) {
          return;
        }
      } finally {
        lock.readLock().unlock();
      }
      lock.writeLock().lock();
      try {
        if (count >= 0) {
          count++;
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  static final class Downgraded implements Program {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int count;
    private int first;
    private int second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = add());
      pool.execute(() -> second = add());
    }

    @Override
    public Object outcome() {
      return count + " " + first + " " + second;
    }

    private int add() {
      lock.writeLock().lock();
      try {
        count++;
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
      try {
        return Math.min(count, 1);
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  static final class StampConverted implements Program {
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
        while (true) {
          long converted = lock.tryConvertToWriteLock(stamp);
          if (converted != 0) {
            stamp = converted;
            count++;
            return;
          }
          lock.unlockRead(stamp);
          stamp = lock.writeLock();
        }
      } finally {
        lock.unlock(stamp);
      }
    }
  }

  static final class StampReplaced implements Program {
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
      int before = count;
      lock.unlockRead(stamp);
      stamp = lock.writeLock();
      try {
        count = before + 1;
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  static final class OptimisticThenWrite implements Program {
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
      long stamp = lock.tryOptimisticRead();
      int before = count;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        before = count;
        lock.unlockRead(stamp);
      }
      stamp = lock.writeLock();
      try {
        count = before + 1;
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  static final class OptimisticConverted implements Program {
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
      long stamp = lock.tryOptimisticRead();
      int before = count;
      long converted = lock.tryConvertToWriteLock(stamp);
      if (converted == 0) {
        converted = lock.writeLock();
        before = count;
      }
      try {
        count = before + 1;
      } finally {
        lock.unlockWrite(converted);
      }
    }
  }
}
