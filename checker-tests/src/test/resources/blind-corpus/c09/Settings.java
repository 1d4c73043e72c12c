package com.tunable.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Settings with overrides; readers never lock. */
public final class Settings {
  private volatile Map<String, String> effective = Map.of();
  private final Map<String, String> overrides = new TreeMap<>();
  private Properties file = new Properties();
  private volatile int revision;
  private volatile long loadedAt;
  private final CopyOnWriteArrayList<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();

  public String get(String key, String fallback) {
    return effective.getOrDefault(key, fallback);
  }

  public synchronized void reload(Properties p) {
    file = p;
    rebuild();
    loadedAt = System.currentTimeMillis();
  }

  public void override(String key, String value) {
    synchronized (this) {
      if (value == null) {
        overrides.remove(key);
      } else {
        overrides.put(key, value);
      }
      rebuild();
    }
    for (Consumer<Settings> l : listeners) {
      l.accept(this);
    }
  }

  private void rebuild() {
    Map<String, String> m = new HashMap<>();
    file.forEach((k, v) -> m.put(k.toString(), v.toString()));
    m.putAll(overrides);
    effective = m;
    revision++;
  }

  /** Sets one value until the next reload. */
  public void patch(String key, String value) {
    Map<String, String> m = new HashMap<>(effective); // RACE wrong-lock #1
    m.put(key, value);
    effective = m; // RACE wrong-lock #1
    revision++; // RACE wrong-lock
  }

  public void listen(Consumer<Settings> l) {
    listeners.addIfAbsent(l);
  }

  public int revision() {
    return revision;
  }

  public long loadedAt() {
    return loadedAt;
  }
}
