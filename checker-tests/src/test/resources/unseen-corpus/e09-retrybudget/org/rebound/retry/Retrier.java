package org.rebound.retry;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;

/** Runs a call with retries, on the caller's thread or on an executor. */
public class Retrier {
    private final RetryBudget budget;
    private final Backoff template;
    private final LongAdder attempts = new LongAdder();
    private int giveUps;

    public Retrier(RetryBudget budget, Backoff template) {
        this.budget = budget;
        this.template = template;
    }

    public <T> T run(Callable<T> call) throws Exception {
        Backoff backoff = template.copy();
        while (true) {
            attempts.increment();
            try {
                T result = call.call();
                budget.deposit();
                return result;
            } catch (RuntimeException e) {
                if (!budget.tryWithdraw() || !backoff.hasNext()) {
                    giveUps++; // RACE rmw
                    throw e;
                }
                Thread.sleep(backoff.next());
            }
        }
    }

    public <T> CompletableFuture<T> runAsync(Callable<T> call, Executor executor) {
        CompletableFuture<T> out = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                out.complete(run(call));
            } catch (Exception e) {
                out.completeExceptionally(e);
            }
        });
        return out;
    }

    public int giveUps() {
        return giveUps;
    }

    public long attempts() {
        return attempts.sum();
    }
}
