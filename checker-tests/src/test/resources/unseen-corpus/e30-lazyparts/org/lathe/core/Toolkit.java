package org.lathe.core;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Lazily built parts of a rendering context. Thread-safe. */
public class Toolkit {
  private volatile FontTable fonts;
  private volatile GlyphCache glyphs;
  private final AtomicReference<Spooler> spooler = new AtomicReference<>();
  private final ConcurrentHashMap<String, Spooler> byPrinter = new ConcurrentHashMap<>();

  public FontTable fonts() {
    FontTable f = fonts;
    if (f == null) {
      synchronized (this) {
        f = fonts;
        if (f == null) {
          fonts = f = new FontTable(Map.of("mono", 1));
        }
      }
    }
    return f;
  }

  public GlyphCache glyphs() {
    if (glyphs == null) { // RACE atomic-compound #1
      glyphs = new GlyphCache(); // RACE atomic-compound #1
    }
    return glyphs;
  }

  public Spooler spooler() {
    Spooler s = spooler.get();
    if (s == null) {
      Spooler fresh = new Spooler();
      s = spooler.compareAndExchange(null, fresh);
      if (s == null) {
        s = fresh;
      }
    }
    return s;
  }

  public Spooler spooler(String printer) {
    return byPrinter.computeIfAbsent(printer, p -> new Spooler());
  }

  private static final class Holder {
    static final Map<String, String> NAMES = load();

    private static Map<String, String> load() {
      Map<String, String> m = new HashMap<>();
      m.put("a4", "ISO A4");
      m.put("letter", "US Letter");
      return Map.copyOf(m);
    }
  }

  public static String paper(String key) {
    return Holder.NAMES.get(key);
  }
}
