package com.glyphworks.fonts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Fonts are loaded once, when they are first needed; seven ways that are all right. */
class FontCache {
  private static class Symbols {
    static final Map<String, String> TABLE = load("symbols");
  }

  private static Map<String, String> emoji;

  private volatile Map<String, String> serif;
  private final AtomicReference<Map<String, String>> mono = new AtomicReference<>();
  private final ConcurrentHashMap<String, Map<String, String>> named = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, FutureTask<String>> outlines = new ConcurrentHashMap<>();
  private final Supplier<Map<String, String>> script = new Once(() -> load("script"));
  private Map<String, String> gothic;

  /** Computes once, then keeps the value. */
  private static final class Once implements Supplier<Map<String, String>> {
    private final Supplier<Map<String, String>> factory;
    private volatile boolean done;
    private Map<String, String> value;

    Once(Supplier<Map<String, String>> factory) {
      this.factory = factory;
    }

    @Override
    public Map<String, String> get() {
      if (!done) {
        synchronized (this) {
          if (!done) {
            value = factory.get();
            done = true;
          }
        }
      }
      return value;
    }
  }

  static Map<String, String> symbols() {
    return Symbols.TABLE;
  }

  static synchronized Map<String, String> emoji() {
    if (emoji == null) {
      emoji = load("emoji");
    }
    return emoji;
  }

  Map<String, String> serif() {
    Map<String, String> font = serif;
    return font != null ? font : loadSerif();
  }

  private synchronized Map<String, String> loadSerif() {
    if (serif == null) {
      serif = load("serif");
    }
    return serif;
  }

  /** Whoever comes second throws his own away. */
  Map<String, String> mono() {
    Map<String, String> font = mono.get();
    if (font == null) {
      Map<String, String> made = load("mono");
      font = mono.compareAndSet(null, made) ? made : mono.get();
    }
    return font;
  }

  Map<String, String> named(String name) {
    Map<String, String> font = named.get(name);
    if (font == null) {
      Map<String, String> made = load(name);
      Map<String, String> before = named.putIfAbsent(name, made);
      font = before == null ? made : before;
    }
    return font;
  }

  String outline(String glyph) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "outline of " + glyph);
    FutureTask<String> running = outlines.putIfAbsent(glyph, task);
    if (running == null) {
      running = task;
      task.run();
    }
    return running.get();
  }

  Map<String, String> gothic() {
    synchronized (named) {
      if (gothic == null) {
        gothic = load("gothic");
      }
      return gothic;
    }
  }

  private static Map<String, String> load(String name) {
    Map<String, String> glyphs = new HashMap<>();
    glyphs.put("a", name);
    return glyphs;
  }

  void typeset(ExecutorService pool, List<String> texts) {
    for (String text : texts) {
      pool.submit(() -> symbols().get("a") + emoji().get("a") + outline(text));
      pool.submit(() -> serif().get("a") + mono().get("a"));
      pool.submit(() -> named(text).get("a") + script.get().get("a") + gothic().get("a"));
    }
  }
}
