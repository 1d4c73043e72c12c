package org.marl.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Bounded map in access order. All operations may be called from any thread. */
public class LruCache<K, V> {
  private final Lock lock = new ReentrantLock();
  private final CacheCounters counters = new CacheCounters();
  private final int capacity;
  private final Map<K, V> map;
  private int evicted;
  private long weight;

  public LruCache(int capacity) {
    this.capacity = capacity;
    this.map = new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        if (size() > LruCache.this.capacity) {
          evicted++;
          return true;
        }
        return false;
      }
    };
  }

  public V get(K key, Function<? super K, ? extends V> loader) {
    V v;
    lock.lock();
    try {
      v = map.get(key);
      if (v != null) {
        counters.hits++;
        return v;
      }
    } finally {
      lock.unlock();
    }
    counters.misses++; // RACE wrong-lock
    V loaded = loader.apply(key);
    lock.lock();
    try {
      V raced = map.putIfAbsent(key, loaded);
      if (raced == null) {
        weight += 1;
        return loaded;
      }
      return raced;
    } finally {
      lock.unlock();
    }
  }

  public void put(K key, V value) {
    lock.lock();
    try {
      if (map.put(key, value) == null) {
        weight += 1;
      }
    } finally {
      lock.unlock();
    }
  }

  public V invalidate(K key) {
    V old;
    lock.lock();
    try {
      old = map.remove(key);
    } finally {
      lock.unlock();
    }
    if (old != null) {
      weight -= 1; // RACE wrong-lock
    }
    return old;
  }

  public int evicted() {
    lock.lock();
    try {
      return evicted;
    } finally {
      lock.unlock();
    }
  }

  public long misses() {
    lock.lock();
    try {
      return counters.misses;
    } finally {
      lock.unlock();
    }
  }
}
