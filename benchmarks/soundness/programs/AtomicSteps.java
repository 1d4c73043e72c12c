package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Atomic variables, used at once and in two steps. */
final class AtomicSteps {
  private AtomicSteps() {}

  static final class GetThenSet implements Program {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> count.set(count.get() + 1));
      }
    }

    @Override
    public Object outcome() {
      return count.get();
    }
  }

  static final class UpdateAndGet implements Program {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> count.updateAndGet(n -> n + 1));
      }
    }

    @Override
    public Object outcome() {
      return count.get();
    }
  }

  static final class ReferenceSetOfGet implements Program {
    private final AtomicReference<String> text = new AtomicReference<>("");

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> text.set(text.get() + "a"));
      }
    }

    @Override
    public Object outcome() {
      return text.get();
    }
  }

  static final class CompareAndSetLoop implements Program {
    private final AtomicReference<String> text = new AtomicReference<>("");

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> append());
      }
    }

    @Override
    public Object outcome() {
      return text.get();
    }

    private void append() {
      String before = text.get();
      while (!text.compareAndSet(before, before + "a")) {
        before = text.get();
      }
    }
  }

  static final class CompareAndSetOnce implements Program {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> add());
      }
    }

    @Override
    public Object outcome() {
      return count.get();
    }

    private void add() {
      int before = count.get();
      count.compareAndSet(before, before + 1);
    }
  }
}
