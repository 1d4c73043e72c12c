package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** What one task has for itself. */
final class Confinement {
  private Confinement() {}

  static final class LocalThenAdded implements Program {
    private final AtomicInteger total = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> work());
      }
    }

    @Override
    public Object outcome() {
      return total.get();
    }

    private void work() {
      int own = 0;
      for (int i = 0; i < 3; i++) {
        own++;
      }
      total.addAndGet(own);
    }
  }

  static final class OwnObject implements Program {
    private final AtomicInteger total = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> work());
      }
    }

    @Override
    public Object outcome() {
      return total.get();
    }

    private void work() {
      Tally tally = new Tally();
      tally.add();
      tally.add();
      total.addAndGet(tally.count);
    }

    private static final class Tally {
      private int count;

      void add() {
        count++;
      }
    }
  }

  static final class SharedObject implements Program {
    private final Tally tally = new Tally();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> tally.add());
      }
    }

    @Override
    public Object outcome() {
      return tally.count;
    }

    private static final class Tally {
      private int count;

      void add() {
        count++;
      }
    }
  }

  static final class ObjectOfEachTask implements Program {
    private final Tally one = new Tally();
    private final Tally other = new Tally();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> one.add());
      pool.execute(() -> other.add());
    }

    @Override
    public Object outcome() {
      return one.count + other.count;
    }

    private static final class Tally {
      private int count;

      void add() {
        count++;
      }
    }
  }

  static final class OnThread implements Program {
    private final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> new int[1]);
    private final AtomicInteger total = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> work());
      }
    }

    @Override
    public Object outcome() {
      return total.get();
    }

    private void work() {
      int[] count = own.get();
      count[0]++;
      total.addAndGet(count[0]);
      own.remove();
    }
  }
}
