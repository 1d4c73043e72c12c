package com.schalter.flags;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Flags in copy-on-write maps. Anybody may change them: the class offers atomic variables. */
class FeatureFlags {
  private final AtomicReference<Map<String, Boolean>> flags = new AtomicReference<>(Map.of());
  private final AtomicReference<Map<String, String>> owners = new AtomicReference<>(Map.of());
  private final AtomicLong edits = new AtomicLong();
  private volatile Map<String, Integer> rollout = Map.of();

  /** A copy is made from what was read, and overwrites whatever has come since. */
  void enable(String flag) {
    Map<String, Boolean> copy = new TreeMap<>(flags.get()); // RACE atomic-compound #1
    copy.put(flag, true);
    flags.set(copy); // RACE atomic-compound #1
    edits.getAndIncrement();
  }

  void own(String flag, String owner) {
    owners.updateAndGet(
        before -> {
          Map<String, String> copy = new TreeMap<>(before);
          copy.put(flag, owner);
          return copy;
        });
    edits.getAndIncrement();
  }

  /** Volatile and copy-on-write, but not under one lock. */
  void rollOut(String flag, int percent) {
    Map<String, Integer> copy = new TreeMap<>(rollout); // RACE rmw #2
    copy.merge(flag, percent, Math::max);
    rollout = copy; // RACE rmw #2
  }

  int percent(String flag) {
    return rollout.getOrDefault(flag, 0);
  }

  long edits() {
    return edits.get();
  }
}

/** All writers of the volatile map hold the monitor; the readers do not need it. */
class SteadyFeatureFlags {
  private final AtomicMarkableReference<String> owner = new AtomicMarkableReference<>("", false);
  private volatile Map<String, Integer> rollout = Map.of();
  private volatile int version;

  synchronized void rollOut(String flag, int percent) {
    edit(
        before -> {
          Map<String, Integer> copy = new TreeMap<>(before);
          copy.merge(flag, percent, Math::max);
          return copy;
        });
  }

  private void edit(UnaryOperator<Map<String, Integer>> change) {
    rollout = change.apply(rollout);
    version++;
  }

  synchronized void clear() {
    edit(before -> Map.of());
  }

  boolean take(String name) {
    return owner.compareAndSet("", name, false, true);
  }

  int percent(String flag) {
    return rollout.getOrDefault(flag, 0);
  }

  int version() {
    return version;
  }
}
