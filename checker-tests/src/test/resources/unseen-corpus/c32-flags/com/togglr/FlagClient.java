package com.togglr;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** Feature flags: lock-free to read, replaced as a whole when one changes. */
public class FlagClient {
  private volatile Map<String, Boolean> flags = Map.of();
  private volatile Map<String, String> variants = Map.of();
  private final AtomicReference<Set<String>> killed = new AtomicReference<>(Set.of());
  private int evaluations;

  public boolean isOn(String flag) {
    evaluations++; // RACE rmw
    return !killed.get().contains(flag) && flags.getOrDefault(flag, false);
  }

  /** Pushed by the stream of the flag server as well as by the admin page. */
  public void set(String flag, boolean on) {
    Map<String, Boolean> copy = new HashMap<>(flags); // RACE rmw #1
    copy.put(flag, on);
    flags = copy; // RACE rmw #1
  }

  public void setVariant(String flag, String variant) {
    synchronized (this) {
      Map<String, String> copy = new HashMap<>(variants);
      copy.put(flag, variant);
      variants = copy;
    }
  }

  public synchronized void clearVariants() {
    if (!variants.isEmpty()) {
      variants = Map.of();
    }
  }

  /** All flags at once, from the bootstrap file. */
  public void replaceAll(Map<String, Boolean> all) {
    flags = Map.copyOf(all);
  }

  public void kill(String flag) {
    killed.updateAndGet(old -> {
      Set<String> next = new TreeSet<>(old);
      next.add(flag);
      return next;
    });
  }

  public String variant(String flag) {
    return variants.getOrDefault(flag, "control");
  }

  public int evaluations() {
    return evaluations;
  }
}
