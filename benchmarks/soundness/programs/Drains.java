package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** What was counted is taken out and starts anew. */
final class Drains {
  private Drains() {}

  static final class GetThenReset implements Program {
    private final AtomicInteger count = new AtomicInteger(1);
    private int drained;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> count.incrementAndGet());
      pool.execute(() -> drain());
    }

    @Override
    public Object outcome() {
      return drained + count.get();
    }

    private void drain() {
      drained = count.get();
      count.set(0);
    }
  }

  static final class GetAndSet implements Program {
    private final AtomicInteger count = new AtomicInteger(1);
    private int drained;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> count.incrementAndGet());
      pool.execute(() -> drain());
    }

    @Override
    public Object outcome() {
      return drained + count.get();
    }

    private void drain() {
      drained = count.getAndSet(0);
    }
  }
}
