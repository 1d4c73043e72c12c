package org.lookout.fs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Suppresses repeated events. Used by the monitor thread alone. */
final class Debouncer {
  private final Map<Path, Long> last = new HashMap<>();
  private final long quiet;
  private int suppressed;

  Debouncer(long quiet) {
    this.quiet = quiet;
  }

  boolean accept(Path p, long now) {
    Long before = last.get(p);
    last.put(p, now);
    if (before != null && now - before < quiet) {
      suppressed++;
      return false;
    }
    return true;
  }
}
