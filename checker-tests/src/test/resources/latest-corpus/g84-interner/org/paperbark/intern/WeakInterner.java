package org.paperbark.intern;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/** Interns values without keeping them alive. */
public final class WeakInterner<T> {
    private static final class Ref<T> extends WeakReference<T> {
        final int hash;

        Ref(T value, ReferenceQueue<? super T> q) {
            super(value, q);
            this.hash = value.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object o) {
            if (this == o) {
                return true;
            }
            T mine = get();
            return o instanceof Ref<?> r && mine != null && mine.equals(r.get());
        }
    }

    private final Map<Ref<T>, Ref<T>> refs = new HashMap<>();
    private final ReferenceQueue<T> queue = new ReferenceQueue<>();
    private int collected;
    private long requests;

    public T intern(T value) {
        requests++; // RACE inconsistent-locking #1
        synchronized (refs) {
            expunge();
            Ref<T> key = new Ref<>(value, queue);
            Ref<T> old = refs.get(key);
            T known = old == null ? null : old.get();
            if (known != null) {
                return known;
            }
            refs.put(key, key);
            return value;
        }
    }

    private void expunge() {
        Reference<? extends T> r;
        while ((r = queue.poll()) != null) {
            refs.remove(r);
            collected++;
        }
    }

    public String stats() {
        synchronized (refs) {
            return refs.size() + " live, " + collected + " collected, " + requests + " requests";
        }
    }

    public void resetStats() {
        synchronized (refs) {
            requests = 0;
            collected = 0;
        }
    }
}
