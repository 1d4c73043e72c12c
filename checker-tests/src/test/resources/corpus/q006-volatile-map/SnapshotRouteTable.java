package net.meshrail.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Volatile for the packets, one monitor for all who change something. */
class SnapshotRouteTable {
  private volatile Map<String, String> routes = Map.of();
  private volatile int generation;
  private final AtomicReference<List<String>> neighbours = new AtomicReference<>(List.of());

  synchronized void add(String destination, String hop) {
    Map<String, String> copy = new HashMap<>(routes);
    copy.put(destination, hop);
    routes = Collections.unmodifiableMap(copy);
    generation++;
  }

  void remove(String destination) {
    synchronized (this) {
      if (routes.containsKey(destination)) {
        Map<String, String> copy = new HashMap<>(routes);
        copy.remove(destination);
        routes = copy;
        generation += 1;
      }
    }
  }

  /** Tries again until nobody came in between. */
  void hello(String neighbour) {
    List<String> before;
    List<String> after;
    do {
      before = neighbours.get();
      if (before.contains(neighbour)) {
        return;
      }
      after = new ArrayList<>(before);
      after.add(neighbour);
    } while (!neighbours.compareAndSet(before, List.copyOf(after)));
  }

  String hop(String destination) {
    return routes.get(destination);
  }

  String status() {
    return generation + ": " + routes.size() + " routes, " + neighbours.get().size();
  }

  void links(ExecutorService pool, List<String> names) {
    for (String name : names) {
      pool.execute(() -> add(name, "eth0"));
      pool.execute(() -> remove(name));
      pool.execute(() -> hello(name));
      pool.execute(this::status);
    }
  }
}
