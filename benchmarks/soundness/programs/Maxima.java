package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The greatest value is kept. */
final class Maxima {
  private Maxima() {}

  static final class Checked implements Program {
    private int max;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> see(1));
      pool.execute(() -> see(2));
    }

    @Override
    public Object outcome() {
      return max;
    }

    private void see(int value) {
      if (value > max) {
        max = value;
      }
    }
  }

  static final class Accumulated implements Program {
    private final AtomicInteger max = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> see(1));
      pool.execute(() -> see(2));
    }

    @Override
    public Object outcome() {
      return max.get();
    }

    private void see(int value) {
      max.accumulateAndGet(value, Math::max);
    }
  }
}
