package programs;

import dev.interlock.soundness.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Entries are added to a map. */
final class Maps {
  private Maps() {}

  static final class Hash implements Program {
    private final Map<Integer, String> names = new HashMap<>();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> names.put(1, "a"));
      pool.execute(() -> names.put(17, "b"));
    }

    @Override
    public Object outcome() {
      return new HashMap<>(names).size();
    }
  }

  static final class Concurrent implements Program {
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> names.put(1, "a"));
      pool.execute(() -> names.put(17, "b"));
    }

    @Override
    public Object outcome() {
      return names.size();
    }
  }
}
