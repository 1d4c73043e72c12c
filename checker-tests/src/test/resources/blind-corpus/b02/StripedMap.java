package net.tallyhouse.stripes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hash table in the style of the seventies: every bin carries its own monitor. */
final class StripedMap<K, V> {
  private static final class Node<K, V> {
    final K key;
    V value;
    Node<K, V> next;

    Node(K key, V value, Node<K, V> next) {
      this.key = key;
      this.value = value;
      this.next = next;
    }
  }

  private static final class Bin<K, V> {
    private Node<K, V> head;
    private int size;
  }

  private final List<Bin<K, V>> bins = new ArrayList<>();
  private volatile int modifications;

  StripedMap(int n) {
    while (bins.size() < n) {
      bins.add(new Bin<>());
    }
  }

  private Bin<K, V> binOf(Object key) {
    return bins.get(Math.floorMod(key.hashCode(), bins.size()));
  }

  V computeIfAbsent(K key, Function<? super K, ? extends V> make) {
    Bin<K, V> bin = binOf(key);
    synchronized (bin) {
      for (Node<K, V> n = bin.head; n != null; n = n.next) {
        if (n.key.equals(key)) {
          return n.value;
        }
      }
      V v = make.apply(key);
      bin.head = new Node<>(key, v, bin.head);
      bin.size++;
      modifications++; // RACE wrong-lock
      return v;
    }
  }

  V update(K key, Function<? super V, ? extends V> change) {
    Bin<K, V> bin = binOf(key);
    synchronized (bin) {
      for (Node<K, V> n = bin.head; n != null; n = n.next) {
        if (n.key.equals(key)) {
          return n.value = change.apply(n.value);
        }
      }
    }
    return null;
  }

  int size() {
    int n = 0;
    for (Bin<K, V> b : bins) {
      synchronized (b) {
        n += b.size;
      }
    }
    return n;
  }

  int modifications() {
    return modifications;
  }
}
