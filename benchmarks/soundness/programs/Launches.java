package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** The lock of the code that launches tasks is not theirs. */
final class Launches {
  private Launches() {}

  static final class LockOfTheLauncher implements Program {
    private int count;

    @Override
    public synchronized void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void add() {
      count++;
    }
  }

  static final class LockOfTheTask implements Program {
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
}
