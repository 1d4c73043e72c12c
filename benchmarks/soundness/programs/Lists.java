package programs;

import dev.interlock.soundness.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Elements are added to a list. */
final class Lists {
  private Lists() {}

  static final class Array implements Program {
    private final List<String> names = new ArrayList<>();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> names.add("a"));
      pool.execute(() -> names.add("b"));
    }

    @Override
    public Object outcome() {
      return new ArrayList<>(names).size();
    }
  }

  static final class Wrapped implements Program {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> names.add("a"));
      pool.execute(() -> names.add("b"));
    }

    @Override
    public Object outcome() {
      return new ArrayList<>(names).size();
    }
  }

  static final class CopyOnWrite implements Program {
    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> names.add("a"));
      pool.execute(() -> names.add("b"));
    }

    @Override
    public Object outcome() {
      return new ArrayList<>(names).size();
    }
  }

  static final class WrappedCheckThenAdd implements Program {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add());
      pool.execute(() -> add());
    }

    @Override
    public Object outcome() {
      return names.size();
    }

    private void add() {
      if (!names.contains("a")) {
        names.add("a");
      }
    }
  }

  static final class WrappedCheckedInside implements Program {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> add());
      pool.execute(() -> add());
    }

    @Override
    public Object outcome() {
      return names.size();
    }

    private void add() {
      synchronized (names) {
        if (!names.contains("a")) {
          names.add("a");
        }
      }
    }
  }
}
