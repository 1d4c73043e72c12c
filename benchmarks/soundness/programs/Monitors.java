package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** Monitors, the right and the wrong ones. */
final class Monitors {
  private Monitors() {}

  static final class Fresh implements Program {
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
      synchronized (new Object()) {
        count++;
      }
    }
  }

  static final class Shared implements Program {
    private final Object lock = new Object();
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
      synchronized (lock) {
        count++;
      }
    }
  }

  static final class TwoLocks implements Program {
    private final Object one = new Object();
    private final Object other = new Object();
    private int count;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> addOne());
      pool.execute(() -> addOther());
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void addOne() {
      synchronized (one) {
        count++;
      }
    }

    private void addOther() {
      synchronized (other) {
        count++;
      }
    }
  }

  static final class OneSideOnly implements Program {
    private int count;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> addLocked());
      pool.execute(() -> count++);
    }

    @Override
    public Object outcome() {
      return count;
    }

    private synchronized void addLocked() {
      count++;
    }
  }

  static final class NestedLocks implements Program {
    private final Object one = new Object();
    private final Object other = new Object();
    private int count;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> addBoth());
      pool.execute(() -> addOther());
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void addBoth() {
      synchronized (one) {
        synchronized (other) {
          count++;
        }
      }
    }

    private void addOther() {
      synchronized (other) {
        count++;
      }
    }
  }

  static final class Split implements Program {
    private final Object lock = new Object();
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
      int next;
      synchronized (lock) {
        next = count + 1;
      }
      synchronized (lock) {
        count = next;
      }
    }
  }

  static final class ReplacedInside implements Program {
    private Integer count = 1000;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> addTwice());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void addTwice() {
      add();
      add();
    }

    private void add() {
      synchronized (count) {
        count = count + 1;
      }
    }
  }

  static final class LockedByCaller implements Program {
    private final Object lock = new Object();
    private int count;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> addLocked());
      }
    }

    @Override
    public Object outcome() {
      return count;
    }

    private void addLocked() {
      synchronized (lock) {
        add();
      }
    }

    private void add() {
      count++;
    }
  }
}
