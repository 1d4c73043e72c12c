package org.example.collect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/** A loading cache of fixed segments, safe for use by multiple threads. */
public final class StripedCache<K, V> {

    private static final class Entry<K, V> {
        final K key;
        final int hash;
        final Entry<K, V> next;
        volatile V value;
        volatile long accessTime;

        Entry(K key, int hash, V value, Entry<K, V> next) {
            this.key = key;
            this.hash = hash;
            this.value = value;
            this.next = next;
        }
    }

    private static final class Segment<K, V> extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        volatile int count;
        @GuardedBy("this")
        int modCount;
        @GuardedBy("this")
        long totalWeight;
        volatile transient AtomicReferenceArray<Entry<K, V>> table = new AtomicReferenceArray<>(16);
        final transient Queue<Entry<K, V>> recencyQueue = new ConcurrentLinkedQueue<>();
        final transient Queue<Entry<K, V>> accessQueue = new ArrayDeque<>();
        final AtomicInteger readCount = new AtomicInteger();
        final int maxSize;
        int evictions;

        Segment(int maxSize) {
            this.maxSize = maxSize;
        }

        V get(Object key, int hash) {
            try {
                if (count != 0) {
                    AtomicReferenceArray<Entry<K, V>> t = table;
                    for (Entry<K, V> e = t.get(hash & (t.length() - 1)); e != null; e = e.next) {
                        if (e.hash == hash && e.key.equals(key)) {
                            e.accessTime = System.nanoTime();
                            recencyQueue.add(e);
                            return e.value;
                        }
                    }
                }
                return null;
            } finally {
                postReadCleanup();
            }
        }

        private void postReadCleanup() {
            if ((readCount.incrementAndGet() & 0x3F) == 0 && tryLock()) {
                try {
                    drainRecencyQueue();
                    readCount.set(0);
                } finally {
                    unlock();
                }
            }
        }

        private void drainRecencyQueue() {
            Entry<K, V> e;
            while ((e = recencyQueue.poll()) != null) {
                if (accessQueue.remove(e)) {
                    accessQueue.add(e);
                }
            }
        }

        V lockedGetOrLoad(K key, int hash, Callable<? extends V> loader) throws Exception {
            lock();
            try {
                int newCount = this.count + 1;
                AtomicReferenceArray<Entry<K, V>> t = this.table;
                int index = hash & (t.length() - 1);
                Entry<K, V> first = t.get(index);
                for (Entry<K, V> e = first; e != null; e = e.next) {
                    if (e.hash == hash && e.key.equals(key)) {
                        return e.value;
                    }
                }
                V v = loader.call();
                ++modCount;
                Entry<K, V> fresh = new Entry<>(key, hash, v, first);
                t.set(index, fresh);
                this.count = newCount;
                totalWeight += 1;
                accessQueue.add(fresh);
                evictEntries();
                return v;
            } finally {
                unlock();
            }
        }

        private void evictEntries() {
            drainRecencyQueue();
            while (totalWeight > maxSize) {
                Entry<K, V> e = accessQueue.poll();
                if (e == null) {
                    throw new AssertionError();
                }
                removeEntry(e);
                evictions++;
            }
        }

        private void removeEntry(Entry<K, V> entry) {
            int index = entry.hash & (table.length() - 1);
            Entry<K, V> rebuilt = null;
            for (Entry<K, V> e = table.get(index); e != null; e = e.next) {
                if (e != entry) {
                    rebuilt = new Entry<>(e.key, e.hash, e.value, rebuilt);
                    if (accessQueue.remove(e)) {
                        accessQueue.add(rebuilt);
                    }
                }
            }
            table.set(index, rebuilt);
            ++modCount;
            totalWeight--;
            count = count - 1;
        }
    }

    private final Segment<K, V>[] segments;

    @SuppressWarnings("unchecked")
    public StripedCache(int concurrency, int maxPerSegment) {
        segments = new Segment[concurrency];
        for (int i = 0; i < concurrency; i++) {
            segments[i] = new Segment<>(maxPerSegment);
        }
    }

    public V get(K key, Callable<? extends V> loader) throws Exception {
        int hash = key.hashCode() * 0x9E3779B9;
        Segment<K, V> s = segments[(hash >>> 16) % segments.length];
        V v = s.get(key, hash);
        return v != null ? v : s.lockedGetOrLoad(key, hash, loader);
    }
}
