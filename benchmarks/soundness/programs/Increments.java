package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A counter goes up. */
final class Increments {
  private Increments() {}

  static final class Plain implements Program {
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> count++);
      }
    }

    @Override
    public Object outcome() {
      return count;
    }
  }

  static final class Volatile implements Program {
    private volatile int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> count++);
      }
    }

    @Override
    public Object outcome() {
      return count;
    }
  }

  static final class Synchronized implements Program {
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

    private synchronized void add() {
      count++;
    }
  }

  static final class Atomic implements Program {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> count.incrementAndGet());
      }
    }

    @Override
    public Object outcome() {
      return count.get();
    }
  }
}
