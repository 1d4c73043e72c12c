package org.paperbark.intern;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Remembers results as long as memory allows. */
public class SoftMemo<K, V> {
    private final ConcurrentMap<K, SoftReference<V>> memo = new ConcurrentHashMap<>();
    private final Function<K, V> function;
    private volatile SoftReference<List<K>> recent = new SoftReference<>(List.of());
    private final AtomicInteger computed = new AtomicInteger();

    public SoftMemo(Function<K, V> function) {
        this.function = function;
    }

    /** The function is pure and its results are values. */
    public V get(K key) {
        SoftReference<V> r = memo.get(key);
        V v = r == null ? null : r.get();
        if (v == null) {
            v = function.apply(key);
            memo.put(key, new SoftReference<>(v)); // MAYBE
            computed.incrementAndGet();
        }
        return v;
    }

    /** Puts the key at the end of the recently used ones. */
    public void use(K key) {
        List<K> old = recent.get();
        List<K> next = old == null ? new ArrayList<>() : new ArrayList<>(old);
        next.remove(key);
        next.add(key);
        recent = new SoftReference<>(next); // RACE read-modify-write #2
    }

    public void drop(K key) {
        SoftReference<V> r = memo.get(key);
        if (r != null && r.get() == null) {
            memo.remove(key, r);
        }
    }
}
