package org.jtools.map;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** A hash map like the concurrent one of the JDK: CAS into an empty bin, else lock its head. */
public class BinMap<K, V> {
    private static final class Node<K, V> {
        final int hash;
        final K key;
        volatile V value;
        volatile Node<K, V> next;

        Node(int hash, K key, V value) {
            this.hash = hash;
            this.key = key;
            this.value = value;
        }
    }

    public interface Remap<V> {
        V apply(V old);
    }

    private final AtomicReferenceArray<Node<K, V>> table = new AtomicReferenceArray<>(256);
    private final LongAdder count = new LongAdder();

    private static int spread(int h) {
        return (h ^ (h >>> 16)) & 255;
    }

    public V get(K key) {
        int h = key.hashCode();
        for (Node<K, V> e = table.get(spread(h)); e != null; e = e.next) {
            if (e.hash == h && e.key.equals(key)) {
                return e.value;
            }
        }
        return null;
    }

    public V compute(K key, Remap<V> f) {
        int h = key.hashCode();
        int i = spread(h);
        while (true) {
            Node<K, V> first = table.get(i);
            if (first == null) {
                Node<K, V> reserved = new Node<>(h, key, null);
                synchronized (reserved) {
                    if (table.compareAndSet(i, null, reserved)) {
                        V v = f.apply(null);
                        reserved.value = v;
                        count.increment();
                        return v;
                    }
                }
                continue;
            }
            synchronized (first) {
                if (table.get(i) != first) {
                    continue;
                }
                Node<K, V> e = first;
                while (true) {
                    if (e.hash == h && e.key.equals(key)) {
                        V v = f.apply(e.value);
                        e.value = v;
                        return v;
                    }
                    if (e.next == null) {
                        V v = f.apply(null);
                        e.next = new Node<>(h, key, v);
                        count.increment();
                        return v;
                    }
                    e = e.next;
                }
            }
        }
    }

    public V put(K key, V value) {
        Object[] old = new Object[1];
        compute(key, o -> {
            old[0] = o;
            return value;
        });
        @SuppressWarnings("unchecked")
        V v = (V) old[0];
        return v;
    }

    public long size() {
        return count.sum();
    }
}
