package collapser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Requests to be executed together. Arguments are added under the read lock; the batch is sealed
 * under the write lock before it runs.
 */
final class RequestBatch<K, V> {

    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final ConcurrentMap<K, CompletableFuture<V>> arguments = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final int max;
    private final List<K> order = new ArrayList<>();
    private volatile int size;

    RequestBatch(int max) {
        this.max = max;
    }

    /** Returns null when the batch takes no more arguments. */
    CompletableFuture<V> offer(K argument) {
        if (started.get() || !rw.readLock().tryLock()) {
            return null;
        }
        try {
            if (started.get() || size >= max) { // RACE check-then-act #1
                return null;
            }
            CompletableFuture<V> fresh = new CompletableFuture<>();
            CompletableFuture<V> existing = arguments.putIfAbsent(argument, fresh);
            if (existing != null) {
                return existing;
            }
            size++; // RACE check-then-act #1
            order.add(argument); // RACE unsafe-collection #2
            return fresh;
        } finally {
            rw.readLock().unlock();
        }
    }

    void execute(Function<List<K>, Map<K, V>> command) {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        rw.writeLock().lock();
        try {
            Map<K, V> results = command.apply(order);
            arguments.forEach((k, f) -> f.complete(results.get(k)));
        } catch (RuntimeException e) {
            arguments.values().forEach(f -> f.completeExceptionally(e));
        } finally {
            rw.writeLock().unlock();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }
}
