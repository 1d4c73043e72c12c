package com.acorn.http;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Immutable media type. Instances are shared freely between threads. */
public final class MimeType {
  private static final ConcurrentMap<String, MimeType> CACHE = new ConcurrentHashMap<>();
  private static volatile Map<String, String> extensions;

  private static final class Known {
    static final Map<String, MimeType> ALL = new HashMap<>();

    static {
      for (String s : new String[] {"text/plain", "text/html", "application/json"}) {
        ALL.put(s, new MimeType(s));
      }
    }
  }

  private final String text;
  private int hash;
  private String lower;

  private MimeType(String text) {
    this.text = text;
  }

  public static MimeType of(String text) {
    MimeType known = Known.ALL.get(text);
    if (known != null) {
      return known;
    }
    MimeType t = CACHE.get(text);
    if (t == null) {
      CACHE.putIfAbsent(text, new MimeType(text));
      t = CACHE.get(text);
    }
    return t;
  }

  public static String byExtension(String ext) {
    Map<String, String> e = extensions;
    if (e == null) {
      synchronized (MimeType.class) {
        e = extensions;
        if (e == null) {
          Map<String, String> fresh = new HashMap<>();
          fresh.put("txt", "text/plain");
          fresh.put("htm", "text/html");
          extensions = e = Collections.unmodifiableMap(fresh);
        }
      }
    }
    return e.get(ext);
  }

  /** Like String.hashCode: computed at first use. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (int i = 0; i < text.length(); i++) {
        h = 31 * h + Character.toLowerCase(text.charAt(i));
      }
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof MimeType && ((MimeType) o).lower().equals(lower());
  }

  private String lower() {
    String l = lower;
    if (l == null) {
      l = text.toLowerCase(Locale.ROOT);
      lower = l;
    }
    return l;
  }
}

/** Caches getters by class; the values for one key are always equal. */
final class GetterCache {
  private final Map<Class<?>, Method[]> getters = new ConcurrentHashMap<>();

  Method[] gettersOf(Class<?> type) {
    Method[] known = getters.get(type);
    if (known != null) {
      return known;
    }
    int n = 0;
    Method[] all = type.getMethods();
    Method[] found = new Method[all.length];
    for (Method m : all) {
      if (m.getName().startsWith("get") && m.getParameterCount() == 0) {
        found[n++] = m;
      }
    }
    return getters.computeIfAbsent(type, t -> found);
  }
}
