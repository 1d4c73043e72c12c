package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** Locks that are chosen among several. */
final class Stripes {
  private Stripes() {}

  static final class ByTask implements Program {
    private final Object[] locks = {new Object(), new Object()};
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        int stripe = task;
        pool.execute(() -> add(stripe));
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add(int stripe) {
      synchronized (locks[stripe]) {
        count++;
      }
    }
  }

  static final class ByElement implements Program {
    private final Object[] locks = {new Object(), new Object()};
    private final int[] counts = new int[2];

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add(1));
      pool.execute(() -> add(1));
    }

    @Override
    public Object outcome() {
      return counts[1];
    }

    private void add(int index) {
      synchronized (locks[index]) {
        counts[index]++;
      }
    }
  }

  static final class OfTheClass implements Program {
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
      synchronized (OfTheClass.class) {
        count++;
      }
    }
  }
}
