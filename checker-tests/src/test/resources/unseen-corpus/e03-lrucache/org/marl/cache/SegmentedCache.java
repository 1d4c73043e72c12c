package org.marl.cache;

import java.util.HashMap;
import java.util.Map;

/** Hash-partitioned cache; each segment is its own monitor. */
public class SegmentedCache<K, V> {
  private static final class Segment<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1L;
    transient int modifications;
  }

  private final Segment<K, V>[] segments;

  @SuppressWarnings("unchecked")
  public SegmentedCache(int concurrency) {
    segments = (Segment<K, V>[]) new Segment<?, ?>[concurrency];
    for (int i = 0; i < concurrency; i++) {
      segments[i] = new Segment<>();
    }
  }

  private Segment<K, V> segmentFor(Object key) {
    return segments[(key.hashCode() & Integer.MAX_VALUE) % segments.length];
  }

  public V put(K key, V value) {
    Segment<K, V> s = segmentFor(key);
    synchronized (s) {
      s.modifications++;
      return s.put(key, value);
    }
  }

  public V get(K key) {
    Segment<K, V> s = segmentFor(key);
    synchronized (s) {
      return s.get(key);
    }
  }

  public int modifications() {
    int n = 0;
    for (Segment<K, V> s : segments) {
      synchronized (s) {
        n += s.modifications;
      }
    }
    return n;
  }

  public Map<K, V> copy() {
    Map<K, V> all = new HashMap<>();
    for (Segment<K, V> s : segments) {
      synchronized (s) {
        all.putAll(s);
      }
    }
    return all;
  }
}
