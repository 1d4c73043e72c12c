package thumbs;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Computes every value once, even when several threads ask for it at the same time. */
public class Memoizer<K, V> {

    private final ConcurrentMap<K, Future<V>> tasks = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, CompletableFuture<V>> async = new ConcurrentHashMap<>();
    private final Function<K, V> function;
    private final AtomicLong computations = new AtomicLong();

    public Memoizer(Function<K, V> function) {
        this.function = function;
    }

    public V get(K key) throws InterruptedException {
        while (true) {
            Future<V> f = tasks.get(key);
            if (f == null) {
                FutureTask<V> task = new FutureTask<>(() -> compute(key));
                f = tasks.putIfAbsent(key, task);
                if (f == null) {
                    f = task;
                    task.run();
                }
            }
            try {
                return f.get();
            } catch (CancellationException e) {
                tasks.remove(key, f);
            } catch (ExecutionException e) {
                tasks.remove(key, f);
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private V compute(K key) {
        computations.incrementAndGet();
        return function.apply(key);
    }

    public CompletableFuture<V> getAsync(K key) {
        CompletableFuture<V> fresh = new CompletableFuture<>();
        CompletableFuture<V> f = async.putIfAbsent(key, fresh);
        if (f != null) {
            return f;
        }
        CompletableFuture.supplyAsync(() -> compute(key)).whenComplete((v, t) -> {
            if (t == null) {
                fresh.complete(v);
            } else {
                async.remove(key, fresh);
                fresh.completeExceptionally(t);
            }
        });
        return fresh;
    }

    public boolean forget(K key) {
        Future<V> f = tasks.get(key);
        return f != null && f.isDone() && tasks.remove(key, f);
    }

    public long computations() {
        return computations.get();
    }

    public int size() {
        Map<K, ?> view = tasks;
        return view.size() + async.size();
    }
}
