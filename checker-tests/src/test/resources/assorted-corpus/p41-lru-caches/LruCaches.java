package com.attic.cache;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Small LRU caches of different authors. */
public final class LruCaches {
  private LruCaches() {}

  /** Access order: a get() relinks the list, therefore a read lock is not enough. */
  public static class ReadLocked<K, V> {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Map<K, V> map;
    private long hits;
    private long puts;

    public ReadLocked(final int max) {
      this.map = new LinkedHashMap<K, V>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> e) {
          return size() > max;
        }
      };
    }

    public V get(K key) {
      rw.readLock().lock();
      try {
        V v = map.get(key); // RACE unsafe-collection
        if (v != null) {
          hits++; // RACE wrong-lock
        }
        return v;
      } finally {
        rw.readLock().unlock();
      }
    }

    public void put(K key, V value) {
      rw.writeLock().lock();
      try {
        map.put(key, value);
        puts++;
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  /** Insertion order, reads change nothing. */
  public static class Fifo<K, V> {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock r = rw.readLock();
    private final Lock w = rw.writeLock();
    private final Map<K, V> map = new LinkedHashMap<>();
    private final int max;
    private long evictions;

    public Fifo(int max) {
      this.max = max;
    }

    public V get(K key) {
      r.lock();
      try {
        return map.get(key);
      } finally {
        r.unlock();
      }
    }

    public V putIfAbsent(K key, V value) {
      w.lock();
      try {
        V old = map.get(key);
        if (old == null) {
          map.put(key, value);
          if (map.size() > max) {
            map.remove(map.keySet().iterator().next());
            evictions++;
          }
        }
        return old;
      } finally {
        w.unlock();
      }
    }
  }

  public static class Synced<K> {
    private final Map<K, int[]> counts = Collections.synchronizedMap(new LinkedHashMap<K, int[]>(16, 0.75f, true));
    private final Map<K, Integer> boxed = Collections.synchronizedMap(new LinkedHashMap<K, Integer>());

    public void hit(K key) {
      Integer n = boxed.get(key); // RACE check-then-act #1
      boxed.put(key, n == null ? 1 : n + 1); // RACE check-then-act #1
    }

    public void hitLocked(K key) {
      synchronized (boxed) {
        Integer n = boxed.get(key);
        boxed.put(key, n == null ? 1 : n + 1);
      }
    }

    public void hitMerged(K key) {
      boxed.merge(key, 1, Integer::sum);
    }

    public void bump(K key) {
      counts.computeIfAbsent(key, k -> new int[1])[0]++; // RACE rmw
    }

    public void bumpLocked(K key) {
      synchronized (boxed) {
        boxed.compute(key, (k, v) -> v == null ? 1 : v + 1);
      }
    }
  }
}
