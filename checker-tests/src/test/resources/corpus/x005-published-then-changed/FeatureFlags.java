package com.switchyard.flags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Settings of one release; filled, published and then left alone, unless somebody does not. */
class FlagSet {
  private final Map<String, Boolean> flags = new HashMap<>();
  private int version;
  private int overrides;

  FlagSet copy() {
    FlagSet copy = new FlagSet();
    copy.flags.putAll(flags);
    copy.version = version;
    copy.version++;
    return copy;
  }

  void set(String flag, boolean on) {
    flags.put(flag, on);
  }

  void override(String flag, boolean on) {
    flags.put(flag, on); // RACE unsafe-collection
    overrides++; // RACE rmw #1
  }

  boolean isOn(String flag) {
    return flags.getOrDefault(flag, false);
  }

  int version() {
    return version + overrides;
  }
}

class FeatureFlags {
  private final Object updates = new Object();
  private volatile FlagSet current = new FlagSet();

  /** Changes a copy of its own, publishes it, forgets it; one updater at a time. */
  void update(List<String> on) {
    synchronized (updates) {
      FlagSet next = current.copy();
      for (String flag : on) {
        next.set(flag, true);
      }
      current = next;
    }
  }

  /** Changes what everybody reads. */
  void override(String flag) {
    current.override(flag, true); // RACE rmw #1
  }

  boolean isOn(String flag) {
    return current.isOn(flag);
  }

  /** A private copy may be changed as one likes. */
  int experiment(List<String> off) {
    FlagSet mine = current.copy();
    off.forEach(flag -> mine.set(flag, false));
    return mine.version();
  }

  void serve(ExecutorService web, List<String> flags) {
    for (String flag : flags) {
      web.execute(() -> update(flags));
      web.execute(() -> override(flag));
      web.submit(() -> isOn(flag));
      web.submit(() -> experiment(flags));
    }
  }
}
