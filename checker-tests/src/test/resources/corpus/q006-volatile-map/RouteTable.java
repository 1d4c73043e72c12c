package net.meshrail.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Routes by destination, read for each packet. Links come and go on many threads. */
class RouteTable {
  private volatile Map<String, String> routes = new HashMap<>();
  private volatile List<String> neighbours = List.of();
  private volatile int generation;

  /** Copies and replaces, but two copies can start from the same table. */
  void add(String destination, String hop) {
    Map<String, String> copy = new HashMap<>(routes); // RACE atomic-compound #1
    copy.put(destination, hop);
    routes = copy; // RACE atomic-compound #1
  }

  /** Volatile is the reference, not the map. */
  void addInPlace(String destination, String hop) {
    routes.put(destination, hop); // RACE unsafe-collection
    generation++; // RACE rmw
  }

  void hello(String neighbour) {
    if (!neighbours.contains(neighbour)) { // RACE atomic-compound #2
      List<String> longer = new ArrayList<>(neighbours); // RACE atomic-compound #2
      longer.add(neighbour);
      neighbours = Collections.unmodifiableList(longer); // RACE atomic-compound #2
    }
  }

  String hop(String destination) {
    return routes.get(destination);
  }

  int generation() {
    return generation;
  }

  void links(ExecutorService pool, List<String> names) {
    for (String name : names) {
      pool.execute(() -> add(name, "eth0"));
      pool.execute(() -> addInPlace(name, "eth1"));
      pool.execute(() -> hello(name));
    }
  }
}
