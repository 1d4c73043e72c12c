package org.switchyard.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Routes are replaced as a whole; lookups see one consistent table. */
public final class RouteTable {
  private volatile Map<String, String> routes = Collections.emptyMap();
  private volatile Set<String> down = Collections.emptySet();
  private volatile List<String> history = List.of();
  private final Object writeLock = new Object();
  private volatile int generation;

  public String lookup(String prefix) {
    String hop = routes.get(prefix);
    return hop == null || down.contains(hop) ? null : hop;
  }

  public void put(String prefix, String hop) {
    synchronized (writeLock) {
      Map<String, String> copy = new HashMap<>(routes);
      copy.put(prefix, hop);
      routes = copy;
      generation++;
    }
  }

  public void putAll(Map<String, String> more) {
    synchronized (writeLock) {
      mutate(more);
    }
  }

  private void mutate(Map<String, String> more) {
    Map<String, String> copy = new TreeMap<>(routes);
    copy.putAll(more);
    routes = copy;
    generation++;
  }

  public void replace(Map<String, String> all) {
    Map<String, String> copy = new HashMap<>(all);
    synchronized (writeLock) {
      routes = copy;
      generation++;
    }
  }

  public void withdraw(String prefix) {
    synchronized (this) {
      Map<String, String> copy = new HashMap<>(routes); // RACE wrong-lock #1
      copy.remove(prefix);
      routes = copy; // RACE wrong-lock #1
    }
  }

  public void markDown(String hop) {
    Set<String> before = down; // RACE check-then-act #2
    Set<String> copy = new HashSet<>(before);
    if (copy.add(hop)) {
      down = copy; // RACE check-then-act #2
    }
  }

  public void markUp(String hop) {
    synchronized (writeLock) {
      Set<String> copy = new HashSet<>(down);
      copy.remove(hop);
      down = copy;
    }
  }

  public void note(String line) {
    synchronized (writeLock) {
      List<String> copy = new ArrayList<>(history);
      copy.add(line);
      history = Collections.unmodifiableList(copy);
    }
  }

  public int generation() {
    return generation;
  }
}
