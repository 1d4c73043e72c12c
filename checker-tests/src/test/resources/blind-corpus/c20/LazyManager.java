package app.sockets.plugins;

import java.util.HashSet;
import java.util.Set;

/** Creates plugins by name and remembers what could not be created. */
class LazyManager extends PluginManager {
  private final Set<String> missing = new HashSet<>();
  private int created;

  @Override
  protected Plugin create(String name) {
    if (name.isEmpty()) {
      missing.add(name); // RACE unsafe-collection
      throw new IllegalArgumentException("no name");
    }
    synchronized (missing) {
      created++;
    }
    return new Plugin(name);
  }

  @Override
  protected void failed() {
    failures++; // RACE wrong-lock
  }

  synchronized int created() {
    synchronized (missing) {
      return created + missing.size();
    }
  }
}
