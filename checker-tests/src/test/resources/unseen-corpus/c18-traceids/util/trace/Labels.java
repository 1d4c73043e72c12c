package util.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Interned labels, and how often each was used. */
public final class Labels {
  private static final Map<String, Integer> USES = new ConcurrentHashMap<>();
  private static final Map<String, String> INTERNED = new ConcurrentHashMap<>();
  private static final Map<String, Integer> CODES = new HashMap<>();
  private static final Map<Integer, String> NAMES;

  static {
    Map<Integer, String> names = new HashMap<>();
    int code = 0;
    for (String s : new String[] {"client", "server", "producer", "consumer"}) {
      names.put(code, s);
      CODES.put(s, code);
      code++;
    }
    NAMES = Map.copyOf(names);
  }

  private Labels() {}

  public static String use(String raw) {
    String label = INTERNED.computeIfAbsent(raw.trim(), String::toLowerCase);
    USES.put(label, USES.getOrDefault(label, 0) + 1); // RACE check-then-act
    return label;
  }

  public static int code(String label) {
    synchronized (CODES) {
      Integer c = CODES.get(label);
      if (c == null) {
        c = CODES.size();
        CODES.put(label, c);
      }
      return c;
    }
  }

  public static String name(int code) {
    return NAMES.getOrDefault(code, "?");
  }

  public static int uses(String label) {
    return USES.getOrDefault(label, 0);
  }
}
