package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Variables that are updated from outside. */
final class FieldUpdaters {
  private FieldUpdaters() {}

  static final class Atomic implements Program {
    private static final AtomicIntegerFieldUpdater<Atomic> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(Atomic.class, "count");

    private volatile int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> COUNT.incrementAndGet(this));
      }
    }

    @Override
    public Object outcome() {
      return count;
    }
  }

  static final class TwoSteps implements Program {
    private static final AtomicIntegerFieldUpdater<TwoSteps> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(TwoSteps.class, "count");

    private volatile int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> COUNT.set(this, COUNT.get(this) + 1));
      }
    }

    @Override
    public Object outcome() {
      return count;
    }
  }

  static final class CompareAndSetLoop implements Program {
    private static final AtomicIntegerFieldUpdater<CompareAndSetLoop> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(CompareAndSetLoop.class, "count");

    private volatile int count;

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
      do {
        before = count;
      } while (!COUNT.compareAndSet(this, before, before + 1));
    }
  }
}
