package org.saga.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Process manager: events of a saga are applied under its own lock, found in a striped array. */
public class SagaManager {
  enum Step { PAY, PACK, SHIP }

  static final class Saga {
    final String id;
    private final Map<Step, Integer> attempts = new EnumMap<>(Step.class);
    private int version;
    private boolean compensating;
    private final List<String> history = new ArrayList<>();

    Saga(String id) {
      this.id = id;
    }

    void apply(Step s, boolean ok) {
      version++;
      attempts.merge(s, 1, Integer::sum);
      history.add(s + (ok ? " ok" : " failed"));
      if (!ok && attempts.get(s) > 3) {
        compensating = true;
      }
    }
  }

  private final Lock[] stripes = new Lock[32];
  private final Map<String, Saga> sagas = new ConcurrentHashMap<>();
  private final Map<String, Integer> stats = new HashMap<>();
  private final Lock statsLock = new ReentrantLock();
  private int compensations;

  public SagaManager() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  private Lock lockFor(String id) {
    return stripes[Math.floorMod(id.hashCode(), stripes.length)];
  }

  public void handle(String id, Step step, boolean ok) {
    Lock l = lockFor(id);
    l.lock();
    try {
      Saga s = sagas.get(id);
      if (s == null) {
        s = new Saga(id);
        sagas.put(id, s);
      }
      s.apply(step, ok);
      if (s.compensating) {
        compensations++; // RACE wrong-lock
        sagas.remove(id);
      }
    } finally {
      l.unlock();
    }
    count(step.name());
  }

  private void count(String key) {
    statsLock.lock();
    try {
      stats.put(key, stats.getOrDefault(key, 0) + 1);
    } finally {
      statsLock.unlock();
    }
  }

  public void rename(String id, UnaryOperator<String> f) {
    Saga s = sagas.get(id);
    if (s != null) {
      s.version++; // RACE rmw
      Lock l = lockFor(id);
      l.lock();
      try {
        s.history.add("renamed to " + f.apply(id));
      } finally {
        l.unlock();
      }
    }
  }

  public int compensations() {
    return compensations;
  }
}
