package com.kestrel.shop.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Tiny container: singletons, and a thread per request. */
public final class Container {
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final ExecutorService requests = Executors.newFixedThreadPool(50);
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Set-up, before {@link #handle} is first called. */
    public <T> Container register(T bean) {
        if (!bean.getClass().isAnnotationPresent(Service.class)) {
            throw new IllegalArgumentException(bean.getClass() + " is no service");
        }
        if (!beans.containsKey(bean.getClass())) {
            beans.put(bean.getClass(), bean);
        }
        return this;
    }

    public <T> T bean(Class<T> type) {
        return type.cast(beans.get(type));
    }

    public Future<String> handle(String path, Map<String, String> params) {
        return requests.submit(() -> {
            inFlight.incrementAndGet();
            try {
                OrderController c = bean(OrderController.class);
                return path.equals("/order") ? c.order(params) : c.status();
            } finally {
                inFlight.decrementAndGet();
            }
        });
    }
}
