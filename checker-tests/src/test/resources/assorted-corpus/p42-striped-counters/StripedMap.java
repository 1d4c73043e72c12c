package net.lattice.util;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Lock striping: the lock of a key is chosen by its hash; so is the segment it protects. */
public class StripedMap<K> {
  private static final int STRIPES = 16;

  private final Object[] locks = new Object[STRIPES];
  private final List<Map<K, Long>> segments = new ArrayList<>(STRIPES);
  private final long[] sizes = new long[STRIPES];
  private final int[] hot = new int[4];
  private final AtomicInteger modifications = new AtomicInteger();
  private long total;

  public StripedMap() {
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Object();
      segments.add(new HashMap<>());
    }
  }

  private int stripe(Object key) {
    int h = key.hashCode();
    return (h ^ (h >>> 16)) & (STRIPES - 1);
  }

  public long add(K key, long delta) {
    int s = stripe(key);
    synchronized (locks[s]) {
      Map<K, Long> m = segments.get(s);
      Long old = m.get(key);
      long now = (old == null ? 0 : old) + delta;
      m.put(key, now);
      if (old == null) {
        sizes[s]++;
      }
      modifications.incrementAndGet();
      total += delta; // RACE wrong-lock
      hot[s & 3]++; // RACE wrong-lock
      return now;
    }
  }

  public boolean remove(K key) {
    int s = stripe(key);
    synchronized (locks[s]) {
      if (segments.get(s).remove(key) != null) {
        sizes[s]--;
        return true;
      }
      return false;
    }
  }

  public long size() {
    long n = 0;
    for (int i = 0; i < STRIPES; i++) {
      synchronized (locks[i]) {
        n += sizes[i];
      }
    }
    return n;
  }

  public void clear() {
    for (int i = 0; i < STRIPES; i++) {
      synchronized (locks[i]) {
        segments.get(i).clear();
        sizes[i] = 0;
      }
    }
  }

  public long total() {
    return total;
  }

  public int hot(int i) {
    return hot[i];
  }
}
