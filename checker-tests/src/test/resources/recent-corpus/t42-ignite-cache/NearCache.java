package org.example.ignite.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Cache of entries which another node owns. */
public class NearCache<K, V> {

    private static final class NearCacheRecord<V> {
        @SuppressWarnings("rawtypes")
        static final AtomicLongFieldUpdater<NearCacheRecord> HITS =
                AtomicLongFieldUpdater.newUpdater(NearCacheRecord.class, "hits");
        final V value;
        volatile long hits;
        volatile long lastAccess;

        NearCacheRecord(V value) {
            this.value = value;
        }

        void access() {
            lastAccess = System.nanoTime();
            HITS.incrementAndGet(this);
        }
    }

    private final NearCacheStats stats = new NearCacheStats();
    private final ConcurrentMap<K, NearCacheRecord<V>> records = new ConcurrentHashMap<>();
    private final AtomicReference<CompletableFuture<Void>> rebalance = new AtomicReference<>();
    private final Function<K, V> remote;
    private volatile CompletableFuture<Void> initFuture;

    public NearCache(Function<K, V> remote) {
        this.remote = remote;
    }

    /** Starts the exchange on first use; callers wait for the same future. */
    CompletableFuture<Void> exchange() {
        CompletableFuture<Void> f = initFuture; // RACE check-then-act #1
        if (f == null) { // RACE check-then-act #1
            f = CompletableFuture.runAsync(records::clear);
            initFuture = f; // RACE check-then-act #1
        }
        return f;
    }

    CompletableFuture<Void> rebalance() {
        CompletableFuture<Void> cur = rebalance.get();
        if (cur != null) {
            return cur;
        }
        CompletableFuture<Void> fut = new CompletableFuture<>();
        if (rebalance.compareAndSet(null, fut)) {
            fut.completeAsync(() -> null);
            return fut;
        }
        return rebalance.get();
    }

    public V get(K key) {
        exchange().join();
        NearCacheRecord<V> r = records.get(key);
        if (r != null) {
            r.access();
            stats.hit();
            return r.value;
        }
        stats.miss();
        V v = remote.apply(key);
        if (v != null && records.putIfAbsent(key, new NearCacheRecord<>(v)) == null) {
            stats.entryAdded();
        }
        return v;
    }

    public boolean invalidate(K key) {
        if (records.remove(key) != null) {
            stats.entryRemoved();
            return true;
        }
        return false;
    }

    public NearCacheStats stats() {
        return stats;
    }
}
