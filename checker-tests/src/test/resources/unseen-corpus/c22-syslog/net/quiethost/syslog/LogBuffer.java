package net.quiethost.syslog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Lines waiting for the collector. Written by every subsystem, drained by the shippers. */
public class LogBuffer {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final List<String> urgent = Collections.synchronizedList(new ArrayList<>());
  private final int max;

  public LogBuffer(int max) {
    this.max = max;
  }

  public void append(String line) {
    lines.add(line);
  }

  /** The oldest line or null. */
  public String next() {
    if (!lines.isEmpty()) { // RACE check-then-act #1
      return lines.remove(0); // RACE check-then-act #1
    }
    return null;
  }

  public boolean appendUrgent(String line) {
    synchronized (urgent) {
      if (urgent.size() >= max || urgent.contains(line)) {
        return false;
      }
      return urgent.add(line);
    }
  }

  public List<String> takeUrgent(String prefix) {
    List<String> out = new ArrayList<>();
    synchronized (urgent) {
      for (Iterator<String> it = urgent.iterator(); it.hasNext();) {
        String s = it.next();
        if (s.startsWith(prefix)) {
          out.add(s);
          it.remove();
        }
      }
    }
    out.add("-- " + prefix);
    return out;
  }

  public boolean removeDebug() {
    return lines.removeIf(l -> l.startsWith("DEBUG"));
  }
}
