package programs;

import dev.interlock.soundness.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Entries of a map that is safe by itself. */
final class ConcurrentMaps {
  private ConcurrentMaps() {}

  static final class GetThenPut implements Program {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>(Map.of("a", 0));

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> counts.put("a", counts.get("a") + 1));
      }
    }

    @Override
    public Object outcome() {
      return counts;
    }
  }

  static final class Merge implements Program {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> counts.merge("a", 1, Integer::sum));
      }
    }

    @Override
    public Object outcome() {
      return counts;
    }
  }

  static final class CheckThenPut implements Program {
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take("me"));
      pool.execute(() -> second = take("you"));
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private boolean take(String owner) {
      if (!owners.containsKey("seat")) {
        owners.put("seat", owner);
        return true;
      }
      return false;
    }
  }

  static final class PutIfAbsent implements Program {
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take("me"));
      pool.execute(() -> second = take("you"));
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private boolean take(String owner) {
      return owners.putIfAbsent("seat", owner) == null;
    }
  }
}
