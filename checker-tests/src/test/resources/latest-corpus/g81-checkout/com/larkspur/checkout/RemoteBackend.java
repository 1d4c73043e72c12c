package com.larkspur.checkout;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Answers after a while, on its own threads. */
public class RemoteBackend implements CheckoutFlow.Backend {
    private final ScheduledExecutorService net = Executors.newScheduledThreadPool(8);
    private final ConcurrentMap<String, AtomicInteger> stock = new ConcurrentHashMap<>();
    private final Map<String, Double> prices;

    public RemoteBackend(Map<String, Double> prices) {
        this.prices = new HashMap<>(prices);
        prices.keySet().forEach(a -> stock.put(a, new AtomicInteger(10)));
    }

    private <T> CompletableFuture<T> later(Supplier<T> s) {
        CompletableFuture<T> f = new CompletableFuture<>();
        net.schedule(() -> f.complete(s.get()), 20, TimeUnit.MILLISECONDS);
        return f;
    }

    @Override
    public CompletableFuture<Boolean> reserve(String article) {
        return later(() -> {
            AtomicInteger n = stock.get(article);
            return n != null && n.getAndUpdate(k -> k == 0 ? 0 : k - 1) > 0;
        });
    }

    @Override
    public CompletableFuture<Double> price(String article) {
        return later(() -> prices.getOrDefault(article, 0.0));
    }

    @Override
    public CompletableFuture<Integer> risk(String customer) {
        return later(() -> Math.floorMod(customer.hashCode(), 100));
    }
}
