package org.hatch.modules;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Wires bundles to each other. Bundles resolve in parallel at start-up. */
public final class LoaderGraph {
  private final ConcurrentMap<String, BundleClassLoader> loaders = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> wires = new ConcurrentHashMap<>();
  private final Map<String, Integer> starts = Collections.synchronizedMap(new HashMap<>());
  private final AtomicInteger epoch = new AtomicInteger();

  public BundleClassLoader loader(String bundle, Map<String, byte[]> classes) {
    return loaders.computeIfAbsent(bundle, b -> new BundleClassLoader(classes, getClass().getClassLoader()));
  }

  public void wire(String from, String to) {
    Set<String> targets = wires.get(from); // RACE check-then-act #1
    if (targets == null) { // RACE check-then-act #1
      targets = ConcurrentHashMap.newKeySet();
      wires.put(from, targets); // RACE check-then-act #1
    }
    targets.add(to);
    epoch.incrementAndGet();
  }

  public void started(String bundle) {
    starts.put(bundle, starts.getOrDefault(bundle, 0) + 1); // RACE check-then-act
  }

  public void stopped(String bundle) {
    starts.computeIfPresent(bundle, (b, n) -> n == 1 ? null : n - 1);
  }

  /** Depth first; everything mutable here belongs to the call. */
  public Set<String> closure(String bundle) {
    Set<String> seen = new HashSet<>();
    visit(bundle, seen);
    return seen;
  }

  private void visit(String bundle, Set<String> seen) {
    if (seen.add(bundle)) {
      for (String next : wires.getOrDefault(bundle, Set.of())) {
        visit(next, seen);
      }
    }
  }

  public int epoch() {
    return epoch.get();
  }
}
