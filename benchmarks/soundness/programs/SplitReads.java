package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** A value is read, kept and written back. */
final class SplitReads {
  private SplitReads() {}

  static final class Local implements Program {
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
      int current = count;
      count = current + 1;
    }
  }

  static final class Accessors implements Program {
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> set(get() + 1));
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private int get() {
      return count;
    }

    private void set(int value) {
      count = value;
    }
  }

  static final class SynchronizedAccessors implements Program {
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> set(get() + 1));
      }
    }

    @Override
    public Object outcome() {
      return get();
    }

    private synchronized int get() {
      return count;
    }

    private synchronized void set(int value) {
      count = value;
    }
  }

  static final class LockedWhole implements Program {
    private final Object lock = new Object();
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
      synchronized (lock) {
        int current = count;
        count = current + 1;
      }
    }
  }
}
