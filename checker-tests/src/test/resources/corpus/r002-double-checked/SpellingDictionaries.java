package com.quillworks.spelling;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Dictionaries are large and are loaded when they are first needed. */
class SpellingDictionaries {
  private static volatile SpellingDictionaries instance;

  private final Lock lock = new ReentrantLock();
  private volatile Map<String, String> german;
  private volatile Map<String, String> french;
  private volatile boolean loaded;
  private Map<String, String> dutch;
  private Map<String, String> welsh;

  /** The textbook spelling. */
  static SpellingDictionaries instance() {
    if (instance == null) {
      synchronized (SpellingDictionaries.class) {
        if (instance == null) {
          instance = new SpellingDictionaries();
        }
      }
    }
    return instance;
  }

  /** With a local, so that the volatile is read once. */
  Map<String, String> german() {
    Map<String, String> result = german;
    if (result == null) {
      synchronized (this) {
        result = german;
        if (result == null) {
          german = result = load("de");
        }
      }
    }
    return result;
  }

  /** With an explicit lock and an early return. */
  Map<String, String> french() {
    if (french != null) {
      return french;
    }
    lock.lock();
    try {
      if (french != null) {
        return french;
      }
      Map<String, String> words = load("fr");
      words.put("coeur", "c\u0153ur");
      french = words;
      return words;
    } finally {
      lock.unlock();
    }
  }

  /** The flag is volatile and set last; what it announces need not be. */
  Map<String, String> dutch() {
    if (!loaded) {
      synchronized (this) {
        if (!loaded) {
          dutch = load("nl");
          loaded = true;
        }
      }
    }
    return dutch;
  }

  /** Without volatile a reader may see the map before its content, or none and load again. */
  Map<String, String> welsh() {
    if (welsh == null) { // RACE check-then-act #1
      synchronized (this) {
        if (welsh == null) { // RACE check-then-act #1
          welsh = load("cy"); // RACE check-then-act #1
        }
      }
    }
    return welsh;
  }

  private static Map<String, String> load(String language) {
    Map<String, String> words = new HashMap<>();
    words.put(language, language);
    return words;
  }

  static void check(ExecutorService editors, int documents) {
    for (int i = 0; i < documents; i++) {
      editors.execute(() -> instance().german().get("Haus"));
      editors.execute(() -> instance().french().get("maison"));
      editors.execute(() -> instance().dutch().get("huis"));
      editors.execute(() -> instance().welsh().get("ty"));
    }
  }
}
