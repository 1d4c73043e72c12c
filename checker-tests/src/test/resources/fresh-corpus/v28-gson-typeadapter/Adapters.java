package org.example.gson;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Thread-safe registry of adapters. Cyclic types are resolved by a placeholder within the calling thread. */
public final class Adapters {
    public interface Adapter {
        String write(Object value);
    }

    private static final class FutureAdapter implements Adapter {
        private Adapter delegate;

        void setDelegate(Adapter a) {
            if (delegate != null) {
                throw new AssertionError();
            }
            delegate = a;
        }

        @Override
        public String write(Object value) {
            if (delegate == null) {
                throw new IllegalStateException("Adapter for type with cyclic dependency has been used before it was resolved");
            }
            return delegate.write(value);
        }
    }

    private final ThreadLocal<Map<Type, Adapter>> threadCalls = new ThreadLocal<>();
    private final ConcurrentMap<Type, Adapter> cache = new ConcurrentHashMap<>();
    private final Function<Type, Adapter> factory;

    public Adapters(Function<Type, Adapter> factory) {
        this.factory = factory;
    }

    public Adapter getAdapter(Type type) {
        Adapter cached = cache.get(type);
        if (cached != null) {
            return cached;
        }
        Map<Type, Adapter> calls = threadCalls.get();
        boolean initial = false;
        if (calls == null) {
            calls = new HashMap<>();
            threadCalls.set(calls);
            initial = true;
        } else {
            Adapter ongoing = calls.get(type);
            if (ongoing != null) {
                return ongoing;
            }
        }
        Adapter candidate;
        try {
            FutureAdapter future = new FutureAdapter();
            calls.put(type, future);
            candidate = factory.apply(type);
            if (candidate == null) {
                throw new IllegalArgumentException("cannot handle " + type);
            }
            future.setDelegate(candidate);
            calls.put(type, candidate);
        } finally {
            if (initial) {
                threadCalls.remove();
            }
        }
        if (initial) {
            cache.putAll(calls);
        }
        return candidate;
    }

    /** Counts the types by kind; for the debugger. */
    public Map<String, Integer> histogram() {
        Map<String, Integer> h = new HashMap<>();
        cache.forEach((t, a) -> {
            String k = a.getClass().getSimpleName();
            Integer n = h.get(k);
            h.put(k, n == null ? 1 : n + 1);
        });
        return h;
    }
}
