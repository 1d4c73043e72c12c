package com.larkspur.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Combines stock, price and fraud checks of an order. */
public class CheckoutFlow {
    private final Backend backend;
    private final ExecutorService ledger = Executors.newSingleThreadExecutor();
    private int accepted;
    private int declined;
    private double volume;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Long> latency = new ConcurrentHashMap<>();

    public CheckoutFlow(Backend backend) {
        this.backend = backend;
    }

    public interface Backend {
        CompletableFuture<Boolean> reserve(String article);

        CompletableFuture<Double> price(String article);

        CompletableFuture<Integer> risk(String customer);
    }

    public CompletableFuture<String> checkout(String customer, List<String> articles) {
        open.incrementAndGet();
        long t0 = System.nanoTime();
        List<String> missing = new ArrayList<>();
        double[] total = new double[1];
        CompletableFuture<?>[] parts = new CompletableFuture<?>[articles.size() * 2];
        int n = 0;
        for (String a : articles) {
            parts[n++] = backend.reserve(a).thenAccept(ok -> {
                if (!ok) {
                    missing.add(a); // RACE unguarded-collection #1
                }
            });
            parts[n++] = backend.price(a).thenAcceptAsync(p -> total[0] += p, ledger);
        }
        return CompletableFuture.allOf(parts)
                .thenCompose(v -> backend.risk(customer))
                .thenApply(risk -> risk < 50 && missing.isEmpty())
                .thenApply(ok -> {
                    if (ok) {
                        volume += total[0]; // RACE read-modify-write #2
                    }
                    return ok;
                })
                .thenApplyAsync(ok -> {
                    if (ok) {
                        accepted++;
                    } else {
                        declined++;
                    }
                    return ok ? "accepted " + accepted : "declined " + declined;
                }, ledger)
                .whenComplete((r, e) -> {
                    open.decrementAndGet();
                    latency.merge(customer, System.nanoTime() - t0, Math::max);
                });
    }

    public CompletableFuture<Double> volume() {
        return CompletableFuture.supplyAsync(() -> volume, ledger);
    }
}
