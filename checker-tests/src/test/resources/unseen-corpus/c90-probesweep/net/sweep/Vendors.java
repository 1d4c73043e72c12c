package net.sweep;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Names of network card vendors. */
final class Vendors {
  private static final Map<String, String> CACHE = new HashMap<>();
  private static final Map<String, String> NICE = new ConcurrentHashMap<>();
  private static final TreeSet<Integer> FLAGGED = new TreeSet<>();
  private static int lookups;
  private static int flags;

  private Vendors() {}

  static String name(String mac) {
    lookups++; // RACE rmw
    String prefix = mac.substring(0, 1);
    String v = CACHE.get(prefix); // RACE unsafe-collection #1
    if (v == null) {
      v = "vendor-" + prefix;
      CACHE.put(prefix, v); // RACE unsafe-collection #1
    }
    return NICE.computeIfAbsent(v, String::toUpperCase);
  }

  static void flag(int block) {
    synchronized (FLAGGED) {
      if (FLAGGED.add(block)) {
        flags++;
      }
    }
  }

  static String report() {
    synchronized (FLAGGED) {
      return lookups + " lookups, " + flags + " flagged";
    }
  }
}
