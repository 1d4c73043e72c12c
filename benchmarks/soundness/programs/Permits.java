package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Semaphores, and how many permits they are asked for. */
final class Permits {
  private Permits() {}

  static final class AllOfThem implements Program {
    private final Semaphore permits = new Semaphore(2);
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
      permits.acquireUninterruptibly(2);
      try {
        count++;
      } finally {
        permits.release(2);
      }
    }
  }

  static final class OneOfTwo implements Program {
    private final Semaphore permits = new Semaphore(2);
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
      permits.acquireUninterruptibly(1);
      try {
        count++;
      } finally {
        permits.release(1);
      }
    }
  }

  static final class TriedInALoop implements Program {
    private final Semaphore permits = new Semaphore(1);
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
      while (!permits.tryAcquire()) {
        Thread.onSpinWait();
      }
      try {
        count++;
      } finally {
        permits.release();
      }
    }
  }

  static final class ReleasedTooEarly implements Program {
    private final Semaphore permits = new Semaphore(1);
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
      permits.acquireUninterruptibly();
      int before = count;
      permits.release();
      count = before + 1;
    }
  }

  static final class AttemptIgnored implements Program {
    private final Semaphore permits = new Semaphore(1);
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
      boolean free = permits.tryAcquire();
      count++;
      if (free) {
        permits.release();
      }
    }
  }
}
