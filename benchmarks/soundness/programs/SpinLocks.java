package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Locks that are made of an atomic variable. */
final class SpinLocks {
  private SpinLocks() {}

  static final class CompareAndSet implements Program {
    private final AtomicBoolean taken = new AtomicBoolean();
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
      while (!taken.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      try {
        count++;
      } finally {
        taken.set(false);
      }
    }
  }

  static final class GetAndSet implements Program {
    private final AtomicBoolean taken = new AtomicBoolean();
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
      while (taken.getAndSet(true)) {
        Thread.onSpinWait();
      }
      count++;
      taken.set(false);
    }
  }

  static final class SeenThenSet implements Program {
    private final AtomicBoolean taken = new AtomicBoolean();
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
      while (taken.get()) {
        Thread.onSpinWait();
      }
      taken.set(true);
      count++;
      taken.set(false);
    }
  }

  static final class Owned implements Program {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
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
      Thread self = Thread.currentThread();
      while (!owner.compareAndSet(null, self)) {
        Thread.onSpinWait();
      }
      count++;
      owner.set(null);
    }
  }

  static final class TriedOnce implements Program {
    private final AtomicBoolean taken = new AtomicBoolean();
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
      boolean free = taken.compareAndSet(false, true);
      count++;
      if (free) {
        taken.set(false);
      }
    }
  }
}
