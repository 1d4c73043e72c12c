package com.quillpress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled templates and their usage, shared by all rendering threads. */
public class Templates {
  private volatile Usage usage;
  private volatile Fonts fonts;
  private volatile Usage archived;
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();
  private final Map<String, Integer> errors = new ConcurrentHashMap<>();

  /** Usage starts to be counted when somebody asks. */
  public Usage usage() {
    if (usage == null) { // RACE check-then-act #1
      synchronized (this) {
        usage = new Usage(); // RACE check-then-act #1
      }
    }
    return usage;
  }

  public Fonts fonts() {
    if (fonts != null) {
      return fonts;
    }
    synchronized (this) {
      if (fonts == null) {
        fonts = new Fonts();
      }
      return fonts;
    }
  }

  public synchronized Usage archive() {
    if (archived == null) {
      archived = new Usage();
    }
    return archived;
  }

  public Template template(String source) {
    Template t = compiled.get(source);
    if (t == null) {
      t = compiled.computeIfAbsent(source, Template::compile);
    }
    return t;
  }

  public void failed(String name) {
    if (errors.putIfAbsent(name, 1) != null) {
      errors.computeIfPresent(name, (k, n) -> n + 1);
    }
  }

  public void repaired(String name) {
    Integer n = errors.get(name); // RACE check-then-act #2
    if (n != null && n > 0) {
      errors.put(name, n - 1); // RACE check-then-act #2
    }
  }
}
