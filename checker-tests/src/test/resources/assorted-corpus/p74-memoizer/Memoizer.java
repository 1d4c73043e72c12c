package math.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Cache of futures, so that a value is computed once although many ask at the same time. */
public class Memoizer<K, V> {
    private final ConcurrentMap<K, Future<V>> cache = new ConcurrentHashMap<>();
    private final Map<K, CompletableFuture<V>> inFlight = new HashMap<>();
    private final AtomicLong computed = new AtomicLong();
    private final Function<K, V> function;

    public Memoizer(Function<K, V> function) {
        this.function = function;
    }

    public V compute(final K arg) throws InterruptedException {
        while (true) {
            Future<V> f = cache.get(arg);
            if (f == null) {
                Callable<V> eval = () -> {
                    computed.incrementAndGet();
                    return function.apply(arg);
                };
                FutureTask<V> ft = new FutureTask<>(eval);
                f = cache.putIfAbsent(arg, ft);
                if (f == null) {
                    f = ft;
                    ft.run();
                }
            }
            try {
                return f.get();
            } catch (CancellationException e) {
                cache.remove(arg, f);
            } catch (ExecutionException e) {
                cache.remove(arg, f);
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    public CompletableFuture<V> single(K key, Function<K, CompletableFuture<V>> loader) {
        CompletableFuture<V> result;
        boolean owner = false;
        synchronized (inFlight) {
            result = inFlight.get(key);
            if (result == null) {
                result = new CompletableFuture<>();
                inFlight.put(key, result);
                owner = true;
            }
        }
        if (owner) {
            CompletableFuture<V> mine = result;
            loader.apply(key).whenComplete((v, e) -> {
                synchronized (inFlight) {
                    inFlight.remove(key, mine);
                }
                if (e != null) {
                    mine.completeExceptionally(e);
                } else {
                    mine.complete(v);
                }
            });
        }
        return result;
    }

    public void invalidate(K key) {
        Future<V> f = cache.get(key);
        if (f != null && f.isDone()) {
            cache.remove(key, f);
        }
    }

    public long computed() {
        return computed.get();
    }
}
