package net.quiethost.syslog;

import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;

/** What came from which host. */
public class SourceTable {
  private final Map<String, Long> bytes = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Long> lines = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Source> sources = new Hashtable<>();

  public void seen(String host, String line) {
    Long n = bytes.get(host); // RACE check-then-act #2
    bytes.put(host, n == null ? line.length() : n + line.length()); // RACE check-then-act #2
    lines.merge(host, 1L, Long::sum);
    source(host).last = System.currentTimeMillis();
  }

  private Source source(String host) {
    synchronized (sources) {
      Source s = sources.get(host);
      if (s == null) {
        s = new Source();
        sources.put(host, s);
      }
      s.lookups++;
      return s;
    }
  }

  public long bytes(String host) {
    return bytes.getOrDefault(host, 0L);
  }

  private static final class Source {
    volatile long last;
    int lookups;
  }
}
