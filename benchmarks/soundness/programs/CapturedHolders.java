package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A local variable in a box that lambdas can write to. */
final class CapturedHolders {
  private CapturedHolders() {}

  static final class Array implements Program {
    private int[] seen = new int[1];

    @Override
    public void launch(Executor pool) {
      int[] holder = new int[1];
      seen = holder;
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> holder[0]++);
      }
    }

    @Override
    public Object outcome() {
      return seen[0];
    }
  }

  static final class AtomicBox implements Program {
    private AtomicInteger seen = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      AtomicInteger holder = new AtomicInteger();
      seen = holder;
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> holder.incrementAndGet());
      }
    }

    @Override
    public Object outcome() {
      return seen.get();
    }
  }
}
