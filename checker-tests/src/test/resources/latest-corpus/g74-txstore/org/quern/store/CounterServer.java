package org.quern.store;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class CounterServer {
    private final Counters counters = new Counters(new Store());
    private final ExecutorService pool = Executors.newFixedThreadPool(10);
    private final CompletionService<Integer> answers = new ExecutorCompletionService<>(pool);

    public int hammer(int n) throws InterruptedException, ExecutionException {
        for (int i = 0; i < n; i++) {
            String name = "c" + i % 10;
            int low = i / 2;
            answers.submit(() -> {
                int v = counters.increment(name);
                if (v < low) {
                    counters.atLeast(name, low);
                }
                return v;
            });
        }
        int max = 0;
        for (int i = 0; i < n; i++) {
            int v = answers.take().get();
            if (v > max) {
                max = v;
            }
        }
        pool.shutdown();
        return max;
    }
}
