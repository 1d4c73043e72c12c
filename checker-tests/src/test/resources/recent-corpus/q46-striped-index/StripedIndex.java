package org.stratadb.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Hash index with lock striping; meant for heavy concurrent loading. */
public class StripedIndex<V> {

    private static final int STRIPES = 32;

    /** A stripe is its own lock. */
    private static final class Stripe<V> extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private transient Map<String, V> entries = new HashMap<>();
        private int modCount;
        private long weight;
    }

    private final Stripe<V>[] stripes;
    private final Object[] slotLocks = new Object[STRIPES];
    private final int[] hits = new int[STRIPES];
    private final ConcurrentMap<String, Object> keyLocks = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StringBuilder> notes = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    public StripedIndex() {
        stripes = new Stripe[STRIPES];
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe<>();
            slotLocks[i] = new Object();
        }
    }

    private static int slot(String key) {
        int h = key.hashCode();
        return (h ^ (h >>> 16)) & (STRIPES - 1);
    }

    public V put(String key, V value) {
        Stripe<V> s = stripes[slot(key)];
        s.lock();
        try {
            V old = s.entries.put(key, value);
            s.modCount++;
            if (old == null) {
                s.weight += key.length();
            }
            return old;
        } finally {
            s.unlock();
        }
    }

    public V update(String key, V initial, UnaryOperator<V> change) {
        Stripe<V> s = stripes[slot(key)];
        s.lock();
        try {
            V old = s.entries.get(key);
            V now = old == null ? initial : change.apply(old);
            s.entries.put(key, now);
            s.modCount++;
            return now;
        } finally {
            s.unlock();
        }
    }

    public V get(String key) {
        int i = slot(key);
        synchronized (slotLocks[i]) {
            hits[i]++;
        }
        Stripe<V> s = stripes[i];
        s.lock();
        try {
            return s.entries.get(key);
        } finally {
            s.unlock();
        }
    }

    /** Appends to the notes of a key; one lock for each key, which is never removed. */
    public void annotate(String key, String text) {
        Object lock = keyLocks.computeIfAbsent(key, k -> new Object());
        synchronized (lock) {
            StringBuilder sb = notes.get(key);
            if (sb == null) {
                sb = new StringBuilder();
                notes.put(key, sb);
            }
            sb.append(text).append('\n');
        }
    }

    public void clear() {
        lockAll();
        try {
            for (Stripe<V> s : stripes) {
                s.entries = new HashMap<>();
                s.modCount++;
                s.weight = 0;
            }
        } finally {
            unlockAll();
        }
    }

    private void lockAll() {
        for (Stripe<V> s : stripes) {
            s.lock();
        }
    }

    private void unlockAll() {
        for (int i = stripes.length - 1; i >= 0; i--) {
            stripes[i].unlock();
        }
    }

    public long size() {
        long n = 0;
        lockAll();
        try {
            for (Stripe<V> s : stripes) {
                n += s.entries.size();
            }
        } finally {
            unlockAll();
        }
        return n;
    }

    public int[] hitsBySlot() {
        int[] copy = new int[STRIPES];
        for (int i = 0; i < STRIPES; i++) {
            synchronized (slotLocks[i]) {
                copy[i] = hits[i];
            }
        }
        Arrays.sort(copy);
        return copy;
    }
}
