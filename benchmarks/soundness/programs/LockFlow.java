package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that are held on some ways through a method, or on all of them. */
final class LockFlow {
  private LockFlow() {}

  static final class TriedThenTaken implements Program {
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
      if (!lock.tryLock()) {
        lock.lock();
      }
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class TakenOnDemand implements Program {
    private final Lock lock = new ReentrantLock();
    private int count;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add(true));
      pool.execute(() -> add(false));
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add(boolean careful) {
      if (careful) {
        lock.lock();
      }
      try {
        count++;
      } finally {
        if (careful) {
          lock.unlock();
        }
      }
    }
  }

  static final class ChangedInFinally implements Program {
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
        Thread.onSpinWait();
      } finally {
        count++;
        lock.unlock();
      }
    }
  }

  static final class ChangedAfterFinally implements Program {
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
        Thread.onSpinWait();
      } finally {
        lock.unlock();
      }
      count++;
    }
  }

  static final class InResources implements Program {
    private final Section section = new Section();
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
      try (Section held = section.enter()) {
        count++;
      }
    }

    private static final class Section implements AutoCloseable {
      private final Lock lock = new ReentrantLock();

      Section enter() {
        lock.lock();
        return this;
      }

      @Override
      public void close() {
        lock.unlock();
      }
    }
  }

  static final class AfterResources implements Program {
    private final Section section = new Section();
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
      try (Section held = section.enter()) {
        before = count;
      }
      count = before + 1;
    }

    private static final class Section implements AutoCloseable {
      private final Lock lock = new ReentrantLock();

      Section enter() {
        lock.lock();
        return this;
      }

      @Override
      public void close() {
        lock.unlock();
      }
    }
  }

  static final class GivenUpByAwait implements Program {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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
        int before = count;
        changed.awaitNanos(100);
        count = before + 1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class ReadAfterAwait implements Program {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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
        changed.awaitNanos(100);
        int before = count;
        count = before + 1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class LeftByBreak implements Program {
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
      int before = 0;
      while (true) {
        lock.lock();
        try {
          before = count;
          if (before >= 0) {
            break;
          }
        } finally {
          lock.unlock();
        }
      }
      count = before + 1;
    }
  }

  static final class ReturnInside implements Program {
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
        if (count >= 0) {
          count++;
          return;
        }
        count = 0;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class HandedToAHelper implements Program {
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
      locked(() -> count++);
    }

    private void locked(Runnable change) {
      lock.lock();
      try {
        change.run();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class HelperWithoutLock implements Program {
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
      locked(() -> Thread.onSpinWait());
      count++;
    }

    private void locked(Runnable change) {
      lock.lock();
      try {
        change.run();
      } finally {
        lock.unlock();
      }
    }
  }
}
