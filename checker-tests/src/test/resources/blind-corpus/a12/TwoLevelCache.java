package org.pantry.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** A small map in front of a larger one. */
final class TwoLevelCache {
  private final ConcurrentMap<String, Supplier<String>> far = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> near = new ConcurrentHashMap<>();
  private final ThreadLocal<int[]> depth = ThreadLocal.withInitial(() -> new int[1]);

  Future<String> fetch(ExecutorService pool, String key) {
    return pool.submit(() -> resolve(key));
  }

  private String resolve(String key) {
    int[] d = depth.get();
    if (d[0] > 8) {
      throw new IllegalStateException("cycle at " + key);
    }
    d[0]++;
    try {
      if (!near.containsKey(key)) {
        Supplier<String> source = far.get(key);
        if (source == null) {
          throw new IllegalArgumentException(key);
        }
        String text = source.get();
        near.putIfAbsent(key, text.startsWith("@") ? resolve(text.substring(1)) : text);
      }
      return near.get(key);
    } finally {
      d[0]--;
    }
  }

  void define(String key, String value) {
    if (far.putIfAbsent(key, () -> value) != null) {
      throw new IllegalStateException(key + " is defined already");
    }
  }
}
