package org.socket.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps the installed plug-ins. Safe for use by multiple threads. */
public final class PluginContainer {

  private final ConcurrentMap<String, Plugin> byId = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> aliases = new ConcurrentHashMap<>();
  private volatile boolean started;
  private volatile boolean frozen;

  public void install(Plugin plugin) {
    if (byId.containsKey(plugin.id())) { // RACE check-then-act #1
      throw new IllegalArgumentException("already installed: " + plugin.id());
    }
    byId.put(plugin.id(), plugin); // RACE check-then-act #1
  }

  public void alias(String alias, String id) {
    String old = aliases.putIfAbsent(alias, id);
    if (old != null && !old.equals(id)) {
      throw new IllegalArgumentException(alias + " is taken by " + old);
    }
  }

  /** May be called by several entry points; the first one starts the plug-ins. */
  public void ensureStarted() {
    if (!started) { // RACE atomic-compound #2
      started = true; // RACE atomic-compound #2
      for (Plugin p : byId.values()) {
        p.start();
      }
    }
  }

  public void freeze() {
    if (!frozen) {
      synchronized (this) {
        if (!frozen) {
          for (Plugin p : byId.values()) {
            p.seal();
          }
          frozen = true;
        }
      }
    }
  }

  public boolean uninstall(Plugin plugin) {
    if (byId.remove(plugin.id(), plugin)) {
      plugin.stop();
      return true;
    }
    return false;
  }

  public List<String> ids() {
    return new ArrayList<>(byId.keySet());
  }
}
