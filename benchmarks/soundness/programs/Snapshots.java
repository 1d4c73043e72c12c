package programs;

import dev.interlock.soundness.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Collections that are copied, changed and put into the place of the old one. */
final class Snapshots {
  private Snapshots() {}

  static final class Copied implements Program {
    private volatile List<String> names = List.of();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add("a"));
      pool.execute(() -> add("b"));
    }

    @Override
    public Object outcome() {
      return names.size();
    }

    private void add(String name) {
      List<String> copy = new ArrayList<>(names);
      copy.add(name);
      names = copy;
    }
  }

  static final class CopiedUnderLock implements Program {
    private volatile List<String> names = List.of();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add("a"));
      pool.execute(() -> add("b"));
    }

    @Override
    public Object outcome() {
      return names.size();
    }

    private synchronized void add(String name) {
      List<String> copy = new ArrayList<>(names);
      copy.add(name);
      names = copy;
    }
  }

  static final class Updated implements Program {
    private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add("a"));
      pool.execute(() -> add("b"));
    }

    @Override
    public Object outcome() {
      return names.get().size();
    }

    private void add(String name) {
      names.updateAndGet(
          before -> {
            List<String> copy = new ArrayList<>(before);
            copy.add(name);
            return copy;
          });
    }
  }

  static final class SetOfCopy implements Program {
    private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add("a"));
      pool.execute(() -> add("b"));
    }

    @Override
    public Object outcome() {
      return names.get().size();
    }

    private void add(String name) {
      List<String> copy = new ArrayList<>(names.get());
      copy.add(name);
      names.set(copy);
    }
  }
}
