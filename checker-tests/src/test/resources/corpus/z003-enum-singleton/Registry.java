package com.tinroof.plugins;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** The plugins that are installed; one registry in the program. */
enum Registry {
  INSTANCE;

  enum Kind { IMPORT, EXPORT, THEME }

  private final Map<Kind, List<String>> plugins = new EnumMap<>(Kind.class);
  private final Map<String, Integer> failures = new HashMap<>();
  private int installs;
  private int starts;

  synchronized void install(Kind kind, String name) {
    plugins.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
    installs++;
  }

  void uninstall(Kind kind, String name) {
    synchronized (INSTANCE) {
      List<String> names = plugins.get(kind);
      if (names != null && names.remove(name)) {
        installs--;
      }
    }
  }

  /** The monitor of the kind is the monitor of one constant of many. */
  void fail(Kind kind, String name) {
    synchronized (kind) {
      failures.merge(name, 1, Integer::sum); // RACE wrong-lock
    }
  }

  int failures(String name) {
    return failures.getOrDefault(name, 0);
  }

  void started() {
    starts++; // RACE rmw
  }

  int starts() {
    return starts;
  }
}

/** State in the constants: each has its own, under its own monitor. */
enum Channel {
  STABLE,
  BETA;

  private int downloads;
  private static int all;

  synchronized void download() {
    downloads++;
    all++; // RACE wrong-lock
  }

  void forget() {
    synchronized (this) {
      downloads = downloads / 2;
    }
  }

  synchronized int downloads() {
    return downloads;
  }

  static int all() {
    return all;
  }
}

class PluginManager {
  static void run(ExecutorService pool, List<String> names) {
    for (String name : names) {
      pool.execute(() -> Registry.INSTANCE.install(Registry.Kind.THEME, name));
      pool.execute(() -> Registry.INSTANCE.uninstall(Registry.Kind.THEME, name));
      pool.execute(() -> Registry.INSTANCE.fail(Registry.Kind.THEME, name));
      pool.execute(() -> Registry.INSTANCE.fail(Registry.Kind.EXPORT, name));
      pool.execute(Registry.INSTANCE::started);
      for (Channel channel : Channel.values()) {
        pool.execute(channel::download);
        pool.execute(channel::forget);
      }
    }
  }
}
