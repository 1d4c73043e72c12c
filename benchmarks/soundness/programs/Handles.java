package programs;

import dev.interlock.soundness.Program;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;

/** Variables that are updated through a handle. */
final class Handles {
  private Handles() {}

  static final class GetAndAdd implements Program {
    private static final VarHandle COUNT = handle();

    private volatile int count;

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
      COUNT.getAndAdd(this, 1);
    }

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(GetAndAdd.class, "count", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  static final class TwoSteps implements Program {
    private static final VarHandle COUNT = handle();

    private volatile int count;

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
      COUNT.setVolatile(this, (int) COUNT.getVolatile(this) + 1);
    }

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(TwoSteps.class, "count", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  static final class CompareAndSetLoop implements Program {
    private static final VarHandle COUNT = handle();

    private volatile int count;

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
      int before;
      do {
        before = count;
      } while (!COUNT.compareAndSet(this, before, before + 1));
    }

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(CompareAndSetLoop.class, "count", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  static final class CompareAndSetOnce implements Program {
    private static final VarHandle COUNT = handle();

    private volatile int count;

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
      int before = (int) COUNT.getVolatile(this);
      COUNT.compareAndSet(this, before, before + 1);
    }

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(CompareAndSetOnce.class, "count", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }
}
