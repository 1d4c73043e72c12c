package org.quarry.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A cache safe for use by many threads, split into segments that lock alone.
 *
 * @param <K> keys
 * @param <V> values
 */
public class SegmentedLru<K, V> {
  private static final class Segment<K, V> extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    private final transient LinkedHashMap<K, V> map = new LinkedHashMap<>(16, 0.75f, true);
    private final int limit;
    private int modCount;
    private long hits;
    private long misses;

    Segment(int limit) {
      this.limit = limit;
    }

    V get(K key, Function<? super K, ? extends V> loader) {
      lock();
      try {
        V v = map.get(key);
        if (v != null) {
          hits++;
          return v;
        }
        misses++;
        v = loader.apply(key);
        if (v != null) {
          store(key, v);
        }
        return v;
      } finally {
        unlock();
      }
    }

    V put(K key, V value) {
      lock();
      try {
        return store(key, value);
      } finally {
        unlock();
      }
    }

    /** Call with the lock held. */
    private V store(K key, V value) {
      ++modCount;
      V old = map.put(key, value);
      if (map.size() > limit) {
        K eldest = map.keySet().iterator().next();
        map.remove(eldest);
        ++modCount;
      }
      return old;
    }

    int clear() {
      if (!tryLock()) {
        return 0;
      }
      try {
        int n = map.size();
        map.clear();
        modCount++;
        hits = misses = 0;
        return n;
      } finally {
        unlock();
      }
    }
  }

  private final Segment<K, V>[] segments;

  @SuppressWarnings("unchecked")
  public SegmentedLru(int concurrency, int capacity) {
    segments = new Segment[concurrency];
    for (int i = 0; i < concurrency; i++) {
      segments[i] = new Segment<>(Math.max(1, capacity / concurrency));
    }
  }

  private Segment<K, V> segmentFor(Object key) {
    int h = key.hashCode();
    h ^= h >>> 16;
    return segments[(h & 0x7fffffff) % segments.length];
  }

  public V get(K key, Function<? super K, ? extends V> loader) {
    return segmentFor(key).get(key, loader);
  }

  public V put(K key, V value) {
    return segmentFor(key).put(key, value);
  }

  public double hitRatio() {
    long hits = 0;
    long all = 0;
    for (Segment<K, V> s : segments) {
      s.lock();
      try {
        hits += s.hits;
        all += s.hits + s.misses;
      } finally {
        s.unlock();
      }
    }
    return all == 0 ? 1 : (double) hits / all;
  }

  public int size() {
    for (Segment<K, V> s : segments) {
      s.lock();
    }
    try {
      int n = 0;
      for (Map<K, V> m : maps()) {
        n += m.size();
      }
      return n;
    } finally {
      for (Segment<K, V> s : segments) {
        s.unlock();
      }
    }
  }

  private Iterable<Map<K, V>> maps() {
    java.util.List<Map<K, V>> all = new java.util.ArrayList<>();
    for (Segment<K, V> s : segments) {
      all.add(s.map);
    }
    return all;
  }
}
