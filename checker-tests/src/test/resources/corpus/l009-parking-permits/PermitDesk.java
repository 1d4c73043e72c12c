package city.parkraum.permits;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

interface PermitStore {
  String find(String plate);

  void save(String plate, String holder);

  int count();
}

/** Every method is locked, so the store is safe call by call. */
class MemoryPermitStore implements PermitStore {
  private final Map<String, String> byPlate = new HashMap<>();

  @Override
  public synchronized String find(String plate) {
    return byPlate.get(plate);
  }

  @Override
  public synchronized void save(String plate, String holder) {
    byPlate.put(plate, holder);
  }

  @Override
  public synchronized int count() {
    return byPlate.size();
  }
}

/** Find, decide, save: two clerks may both find nothing. */
class PermitDesk {
  private static final int LIMIT = 500;

  private final MemoryPermitStore store = new MemoryPermitStore();
  private final Hashtable<String, Integer> visits = new Hashtable<>();
  private final ExecutorService clerks;

  PermitDesk(ExecutorService clerks) {
    this.clerks = clerks;
  }

  void applyAll(List<String> plates) {
    for (String plate : plates) {
      clerks.execute(() -> apply(plate, "holder of " + plate));
    }
  }

  private void apply(String plate, String holder) {
    if (store.find(plate) == null) { // RACE split-lock #1
      store.save(plate, holder); // RACE split-lock #1
    }
    Integer n = visits.get(plate); // RACE check-then-act #2
    visits.put(plate, n == null ? 1 : n + 1); // RACE check-then-act #2
    visits.putIfAbsent("limit", LIMIT);
  }
}

/** The desk's own lock spans the look and the step. */
class SteadyPermitDesk {
  private final PermitStore store = new MemoryPermitStore();
  private final Hashtable<String, Integer> visits = new Hashtable<>();
  private final ExecutorService clerks;

  SteadyPermitDesk(ExecutorService clerks) {
    this.clerks = clerks;
  }

  void applyAll(List<String> plates) {
    for (String plate : plates) {
      clerks.execute(() -> apply(plate, "holder of " + plate));
    }
  }

  private synchronized void apply(String plate, String holder) {
    if (store.find(plate) == null && store.count() < 500) {
      store.save(plate, holder);
    }
    visits.merge(plate, 1, Integer::sum);
  }
}
