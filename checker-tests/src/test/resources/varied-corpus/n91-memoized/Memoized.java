package fun.memo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** Thread-safe memoizers. */
public final class Memoized {
    private Memoized() {}

    public static <T> Supplier<T> once(Supplier<T> delegate) {
        return new Supplier<>() {
            private volatile boolean ready;
            private T value;
            private int hits;

            @Override
            public T get() {
                if (!ready) {
                    synchronized (this) {
                        if (!ready) {
                            value = Objects.requireNonNull(delegate.get());
                            ready = true;
                            return value;
                        }
                    }
                }
                hits++; // RACE rmw
                return value;
            }

            @Override
            public String toString() {
                return "memo[" + hits + "]";
            }
        };
    }

    public static <K, V> Function<K, V> byKey(Function<K, V> delegate) {
        ConcurrentMap<K, FutureTask<V>> tasks = new ConcurrentHashMap<>();
        return k -> {
            FutureTask<V> task = tasks.get(k);
            if (task == null) {
                FutureTask<V> fresh = new FutureTask<>(() -> delegate.apply(k));
                task = tasks.putIfAbsent(k, fresh);
                if (task == null) {
                    task = fresh;
                    fresh.run();
                }
            }
            try {
                return task.get();
            } catch (InterruptedException | ExecutionException e) {
                tasks.remove(k, task);
                throw new IllegalStateException(e);
            }
        };
    }

    public static <K, V> Function<K, V> locking(Function<K, V> delegate) {
        Map<K, V> values = new HashMap<>();
        Object lock = new Object();
        return k -> {
            synchronized (lock) {
                V v = values.get(k);
                if (v == null) {
                    v = delegate.apply(k);
                    values.put(k, v);
                }
                return v;
            }
        };
    }

    /** For one thread at a time. */
    public static <K, V> Function<K, V> confined(Function<K, V> delegate) {
        ThreadLocal<Map<K, V>> values = ThreadLocal.withInitial(HashMap::new);
        return k -> {
            Map<K, V> mine = values.get();
            if (!mine.containsKey(k)) {
                mine.put(k, delegate.apply(k));
            }
            return mine.get(k);
        };
    }
}
