package org.talus.shards;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Routes every key to one of several single-threaded shards. */
public final class ShardedEngine implements AutoCloseable {
    private final Shard[] shards;
    private final ExecutorService[] loops;
    private final LongAdder routed = new LongAdder();

    public ShardedEngine(int n) {
        shards = new Shard[n];
        loops = new ExecutorService[n];
        for (int i = 0; i < n; i++) {
            String name = "shard-" + i;
            shards[i] = new Shard(name);
            loops[i] = Executors.newSingleThreadExecutor(r -> new Thread(r, name));
        }
    }

    private int index(String key) {
        return Math.floorMod(key.hashCode(), shards.length);
    }

    public void add(String key, long delta) {
        int i = index(key);
        routed.increment();
        loops[i].execute(() -> shards[i].add(key, delta));
    }

    public CompletableFuture<Long> get(String key) {
        int i = index(key);
        return CompletableFuture.supplyAsync(() -> shards[i].get(key), loops[i]);
    }

    /** Moves an amount between keys that may live on different shards. */
    public CompletableFuture<Boolean> move(String from, String to, long n) {
        int f = index(from);
        int t = index(to);
        return CompletableFuture.supplyAsync(() -> shards[f].takeIfEnough(from, n), loops[f])
                .thenApplyAsync(ok -> {
                    if (ok) {
                        shards[t].add(to, n);
                    }
                    return ok;
                }, loops[t]);
    }

    public CompletableFuture<Integer> size() {
        CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
        for (int i = 0; i < shards.length; i++) {
            Shard s = shards[i];
            sum = sum.thenCombine(CompletableFuture.supplyAsync(s::size, loops[i]), Integer::sum);
        }
        return sum;
    }

    @Override
    public void close() throws InterruptedException {
        for (ExecutorService l : loops) {
            l.shutdown();
        }
        int operations = 0;
        for (int i = 0; i < loops.length; i++) {
            loops[i].awaitTermination(1, TimeUnit.MINUTES);
            operations += shards[i].operations();
        }
        System.out.println(operations + " operations of " + routed);
    }
}
