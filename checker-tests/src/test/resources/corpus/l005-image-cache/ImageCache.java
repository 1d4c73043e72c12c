package org.bildarchiv.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** The archive's own cache type; each of its methods is atomic. */
class Cache<K, V> {
  private final Map<K, V> map = new ConcurrentHashMap<>();

  V lookup(K key) {
    return map.get(key);
  }

  boolean has(K key) {
    return map.containsKey(key);
  }

  void store(K key, V value) {
    map.put(key, value);
  }

  void evict(K key) {
    map.remove(key);
  }

  int size() {
    return map.size();
  }
}

interface Decoder {
  int[] decode(String file);
}

/** The same mistakes, once removed: the map is inside the cache. */
class ImageCache {
  private final Cache<String, int[]> cache = new Cache<>();
  private final Cache<String, Integer> hits = new Cache<>();
  private final Decoder decoder;

  ImageCache(Decoder decoder) {
    this.decoder = decoder;
  }

  void load(ExecutorService pool, Iterable<String> files) {
    for (String file : files) {
      pool.execute(() -> image(file));
    }
  }

  private int[] image(String file) {
    if (!cache.has(file)) { // RACE check-then-act #1
      cache.store(file, decoder.decode(file)); // RACE check-then-act #1
    }
    Integer n = hits.lookup(file); // RACE check-then-act #2
    hits.store(file, n == null ? 1 : n + 1); // RACE check-then-act #2
    if (cache.size() > 1_000) { // MAYBE
      cache.evict(file); // MAYBE
    }
    return cache.lookup(file);
  }
}

/** One decoding task per file, whoever asks; the others wait for its result. */
class SteadyImageCache {
  private final Map<String, FutureTask<int[]>> tasks = new ConcurrentHashMap<>();
  private final Cache<String, Long> stamps = new Cache<>();
  private final Decoder decoder;

  SteadyImageCache(Decoder decoder) {
    this.decoder = decoder;
  }

  void load(ExecutorService pool, Iterable<String> files) {
    for (String file : files) {
      pool.submit(() -> image(file));
    }
  }

  int[] image(String file) throws Exception {
    FutureTask<int[]> task = tasks.get(file);
    if (task == null) {
      FutureTask<int[]> mine = new FutureTask<>(() -> decoder.decode(file));
      task = tasks.putIfAbsent(file, mine);
      if (task == null) {
        task = mine;
        mine.run();
      }
    }
    stamps.store(file, System.nanoTime());
    return task.get();
  }
}
