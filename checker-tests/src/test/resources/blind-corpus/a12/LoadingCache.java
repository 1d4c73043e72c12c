package org.pantry.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Bounded cache with one lock per key while loading. */
public class LoadingCache<K, V> {
  private final Function<? super K, ? extends V> loader;
  private final Map<K, V> entries;
  private final Map<K, ReentrantLock> loading = new ConcurrentHashMap<>();
  private volatile int hits;
  private int misses;
  private int evictions;

  public LoadingCache(int limit, Function<? super K, ? extends V> loader) {
    this.loader = loader;
    this.entries = new LinkedHashMap<>(limit * 4 / 3, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        if (size() <= limit) {
          return false;
        }
        evictions++;
        return true;
      }
    };
  }

  public V get(K key) {
    V v;
    synchronized (entries) {
      v = entries.get(key);
    }
    if (v != null) {
      hits++; // RACE rmw
      return v;
    }
    ReentrantLock lock = loading.computeIfAbsent(key, k -> new ReentrantLock());
    lock.lock();
    try {
      synchronized (entries) {
        v = entries.get(key);
        if (v != null) {
          return v;
        }
        misses++;
      }
      v = loader.apply(key);
      synchronized (entries) {
        entries.put(key, v);
      }
      return v;
    } finally {
      lock.unlock();
    }
  }

  public void invalidate(K key) {
    ReentrantLock lock = loading.computeIfAbsent(key, k -> new ReentrantLock());
    lock.lock();
    try {
      synchronized (entries) {
        entries.remove(key);
      }
    } finally {
      lock.unlock();
    }
  }

  public String stats() {
    synchronized (entries) {
      return hits + "/" + misses + "/" + evictions;
    }
  }
}
