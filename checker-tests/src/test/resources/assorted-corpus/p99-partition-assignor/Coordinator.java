package org.streamkeeper.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Server side of consumer groups. A group is only changed inside {@link Group#inLock}; request
 * handlers and the session expirer share the groups.
 */
public class Coordinator {
  enum State { EMPTY, PREPARING, STABLE, DEAD }

  static final class Group {
    final String id;
    private final ReentrantLock lock = new ReentrantLock();
    State state = State.EMPTY;
    int generation;
    final Map<String, Long> members = new TreeMap<>();
    Map<String, List<Integer>> assignment = new HashMap<>();
    int rebalances;

    Group(String id) {
      this.id = id;
    }

    <T> T inLock(Supplier<T> fun) {
      lock.lock();
      try {
        return fun.get();
      } finally {
        lock.unlock();
      }
    }
  }

  private final Map<String, Group> groups = new ConcurrentHashMap<>();
  private final AtomicReference<Map<String, Integer>> partitions = new AtomicReference<>(Map.of());
  private int joins;
  private volatile int expired;

  public int join(String groupId, String member, long now) {
    Group g = groups.computeIfAbsent(groupId, Group::new);
    joins++; // RACE rmw
    return g.inLock(() -> {
      g.members.put(member, now);
      return rebalance(g);
    });
  }

  private int rebalance(Group g) {
    g.state = State.PREPARING;
    g.generation++;
    g.rebalances++;
    List<String> names = new ArrayList<>(g.members.keySet());
    Map<String, List<Integer>> next = new HashMap<>();
    if (!names.isEmpty()) {
      for (int p = 0; p < 12; p++) {
        next.computeIfAbsent(names.get(p % names.size()), n -> new ArrayList<>()).add(p);
      }
    }
    g.assignment = next;
    g.state = names.isEmpty() ? State.EMPTY : State.STABLE;
    return g.generation;
  }

  public void heartbeat(String groupId, String member, long now) {
    Group g = groups.get(groupId);
    if (g != null) {
      g.inLock(() -> g.members.computeIfPresent(member, (m, t) -> now));
    }
  }

  /** Runs in the one expirer thread. */
  void expire(long limit) {
    for (Group g : groups.values()) {
      int gone = g.inLock(() -> {
        int before = g.members.size();
        g.members.values().removeIf(t -> t < limit);
        if (g.members.size() != before) {
          rebalance(g);
        }
        return before - g.members.size();
      });
      expired += gone;
    }
  }

  void startExpirer() {
    Thread t = new Thread(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        expire(System.currentTimeMillis() - 30_000);
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
      }
    }, "expirer");
    t.setDaemon(true);
    t.start();
  }

  public void forceGeneration(String groupId) {
    Group g = groups.get(groupId);
    int gen = g.inLock(() -> g.generation); // RACE split-lock #1
    g.inLock(() -> g.generation = gen + 10); // RACE split-lock #1
  }

  public void leave(String groupId, String member) {
    Group g = groups.get(groupId);
    if (g != null && g.members.remove(member) != null) { // RACE unsafe-collection
      g.inLock(() -> rebalance(g));
    }
  }

  public void topicChanged(String topic, int count) {
    partitions.updateAndGet(old -> {
      Map<String, Integer> m = new HashMap<>(old);
      m.put(topic, count);
      return m;
    });
  }

  public int expired() {
    return expired;
  }
}
