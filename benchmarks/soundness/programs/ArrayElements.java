package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Elements of one array. */
final class ArrayElements {
  private ArrayElements() {}

  static final class SameElement implements Program {
    private final int[] hits = new int[2];

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> hits[1]++);
      }
    }

    @Override
    public Object outcome() {
      return hits[1];
    }
  }

  static final class OwnElement implements Program {
    private final int[] hits = new int[2];

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> hits[0]++);
      pool.execute(() -> hits[1]++);
    }

    @Override
    public Object outcome() {
      return hits[0] + hits[1];
    }
  }

  static final class AtomicTwoSteps implements Program {
    private final AtomicIntegerArray hits = new AtomicIntegerArray(2);

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> hits.set(1, hits.get(1) + 1));
      }
    }

    @Override
    public Object outcome() {
      return hits.get(1);
    }
  }

  static final class AtomicElement implements Program {
    private final AtomicIntegerArray hits = new AtomicIntegerArray(2);

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> hits.incrementAndGet(1));
      }
    }

    @Override
    public Object outcome() {
      return hits.get(1);
    }
  }
}
