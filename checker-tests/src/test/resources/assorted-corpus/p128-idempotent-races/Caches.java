package org.benign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Things which are safe for other reasons than locks: monotonic flags, own keys, winner-takes-all. */
public class Caches {
  private volatile boolean shutdown;
  private final AtomicReference<Pattern> pattern = new AtomicReference<>();
  private final ConcurrentHashMap<Long, int[]> perThread = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, AtomicInteger> counters = new ConcurrentHashMap<>();
  private volatile Map<String, String> translations = Map.of();
  private final AtomicInteger users = new AtomicInteger();

  /** Every thread sets the same value. */
  public void shutdown() {
    if (!shutdown) {
      shutdown = true;
    }
  }

  public Pattern pattern() {
    Pattern p = pattern.get();
    if (p == null) {
      p = Pattern.compile("[a-z]+");
      if (!pattern.compareAndSet(null, p)) {
        p = pattern.get();
      }
    }
    return p;
  }

  /** The key is the current thread, nobody else touches its cell. */
  public void tick() {
    long id = Thread.currentThread().getId();
    int[] cell = perThread.get(id);
    if (cell == null) {
      cell = new int[1];
      perThread.put(id, cell);
    }
    cell[0]++;
  }

  public int ticks() {
    int n = 0;
    for (int[] c : perThread.values()) {
      n += c[0];
    }
    return n;
  }

  public void count(String key) {
    AtomicInteger c = counters.get(key);
    if (c == null) {
      c = new AtomicInteger();
      AtomicInteger old = counters.putIfAbsent(key, c);
      if (old != null) {
        c = old;
      }
    }
    c.incrementAndGet();
  }

  public Integer peek(String key) {
    AtomicInteger c = counters.get(key);
    return c == null ? null : c.get();
  }

  public void load(Locale locale) {
    Map<String, String> fresh = new HashMap<>();
    for (String word : new String[] {"yes", "no"}) {
      if (!fresh.containsKey(word)) {
        fresh.put(word, locale + ":" + word);
      }
    }
    translations = fresh;
  }

  public String translate(String word) {
    return translations.getOrDefault(word, word);
  }

  public boolean enter(int max) {
    if (users.incrementAndGet() > max) {
      users.decrementAndGet();
      return false;
    }
    return true;
  }

  public void leave() {
    users.decrementAndGet();
  }
}
