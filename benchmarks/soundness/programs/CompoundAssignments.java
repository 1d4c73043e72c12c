package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;

/** A sum grows. */
final class CompoundAssignments {
  private CompoundAssignments() {}

  static final class Plain implements Program {
    private int total;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> total += 5);
      }
    }

    @Override
    public Object outcome() {
      return total;
    }
  }

  static final class Product implements Program {
    private int product = 1;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> product *= 3);
      }
    }

    @Override
    public Object outcome() {
      return product;
    }
  }

  static final class Adder implements Program {
    private final LongAdder total = new LongAdder();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> total.add(5));
      }
    }

    @Override
    public Object outcome() {
      return total.sum();
    }
  }
}
