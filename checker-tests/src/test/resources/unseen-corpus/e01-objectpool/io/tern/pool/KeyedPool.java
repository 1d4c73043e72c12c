package io.tern.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** One sub-pool per key, bounded by permits. */
public class KeyedPool<K, V> {
  private static final class Slot<V> {
    final Semaphore permits;
    final Deque<V> idle = new ArrayDeque<>();
    int created;

    Slot(int max) {
      permits = new Semaphore(max);
    }
  }

  private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();
  private final Function<K, V> factory;
  private final int maxPerKey;

  public KeyedPool(Function<K, V> factory, int maxPerKey) {
    this.factory = factory;
    this.maxPerKey = maxPerKey;
  }

  public V acquire(K key) throws InterruptedException {
    Slot<V> slot = slots.computeIfAbsent(key, k -> new Slot<>(maxPerKey));
    slot.permits.acquire();
    synchronized (slot) {
      V v = slot.idle.pollFirst();
      if (v != null) {
        return v;
      }
      slot.created++;
    }
    return factory.apply(key);
  }

  public void release(K key, V value) {
    Slot<V> slot = slots.get(key);
    synchronized (slot) {
      slot.idle.addFirst(value);
    }
    slot.permits.release();
  }

  public int created(K key) {
    Slot<V> slot = slots.get(key);
    if (slot == null) {
      return 0;
    }
    synchronized (slot) {
      return slot.created;
    }
  }
}
