package dev.socketry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jcip.annotations.ThreadSafe;

/** Loads and starts plug-ins on demand of any thread. */
@ThreadSafe
public class PluginHost {
  private final String home;
  private final Map<String, Plugin> loaded = new ConcurrentHashMap<>();
  private ExtensionIndex index;
  private volatile Toolbox toolbox;
  private int activations;

  public PluginHost(String home) {
    this.home = home;
  }

  /** The index fills up while plug-ins come in. */
  public ExtensionIndex index() {
    if (index == null) { // RACE check-then-act #1
      index = new ExtensionIndex(home); // RACE check-then-act #1
    }
    return index;
  }

  public Toolbox toolbox() {
    Toolbox t = toolbox;
    if (t == null) {
      synchronized (this) {
        t = toolbox;
        if (t == null) {
          toolbox = t = new Toolbox(home);
        }
      }
    }
    return t;
  }

  public Plugin activate(String id) {
    Plugin p = loaded.computeIfAbsent(id, Plugin::new);
    if (p.start()) {
      activations++; // RACE rmw
      index().register(id);
    }
    return p;
  }

  public static Version apiVersion() {
    return Api.VERSION;
  }

  private static final class Api {
    static final Version VERSION = new Version(4, 2);
  }

  public int activations() {
    return activations;
  }
}
