package net.hopline.routes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Read without locks, changed by copying. */
public final class RouteTable {
  public record Route(String prefix, String hop, int weight) {
    Route heavier(int by) {
      return new Route(prefix, hop, weight + by);
    }
  }

  private volatile Route[] routes = new Route[0];
  private volatile Map<String, String> aliases = Map.of();
  private volatile List<String> hops = List.of();
  private volatile long version;
  private final Object writeLock = new Object();

  public Route match(String address) {
    Route best = null;
    for (Route r : routes) {
      if (address.startsWith(r.prefix()) && (best == null || r.prefix().length() > best.prefix().length())) {
        best = r;
      }
    }
    return best;
  }

  public void add(Route route) {
    synchronized (writeLock) {
      Route[] old = routes;
      Route[] copy = Arrays.copyOf(old, old.length + 1);
      copy[old.length] = route;
      routes = copy;
      version++;
    }
  }

  public void remove(String prefix) {
    synchronized (writeLock) {
      routes = Arrays.stream(routes).filter(r -> !r.prefix().equals(prefix)).toArray(Route[]::new);
      version++;
    }
  }

  public void reweigh(String prefix, int by) {
    Route[] copy = routes.clone(); // RACE atomic-compound #2
    for (int i = 0; i < copy.length; i++) {
      if (copy[i].prefix().equals(prefix)) {
        copy[i] = copy[i].heavier(by);
      }
    }
    routes = copy; // RACE atomic-compound #2
    synchronized (writeLock) {
      version++;
    }
  }

  public void alias(String name, String target) {
    Map<String, String> m = new HashMap<>(aliases); // RACE atomic-compound #3
    m.put(name, target);
    aliases = m; // RACE atomic-compound #3
  }

  public void refreshHops() {
    hops = Arrays.stream(routes).map(Route::hop).distinct().toList();
  }

  public String resolve(String name) {
    return aliases.getOrDefault(name, name);
  }

  public List<String> hops() {
    return hops;
  }

  public long version() {
    return version;
  }
}
