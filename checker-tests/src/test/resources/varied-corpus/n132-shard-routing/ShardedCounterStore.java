package kv.shards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every key belongs to one shard and every shard to one thread. */
public final class ShardedCounterStore {
    private static final class Shard {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Map<String, Long> values = new HashMap<>();
        private long operations;
        private int resizes;

        private long add(String key, long by) {
            operations++;
            Long old = values.get(key);
            long now = old == null ? by : old + by;
            values.put(key, now);
            return now;
        }

        private void compact() {
            if (values.values().removeIf(v -> v == 0)) {
                resizes++;
            }
        }
    }

    private final List<Shard> shards = new ArrayList<>();

    public ShardedCounterStore(int n) {
        for (int i = 0; i < n; i++) {
            shards.add(new Shard());
        }
    }

    private Shard shardOf(String key) {
        return shards.get(Math.floorMod(key.hashCode(), shards.size()));
    }

    public CompletableFuture<Long> add(String key, long by) {
        Shard s = shardOf(key);
        return CompletableFuture.supplyAsync(() -> s.add(key, by), s.thread);
    }

    public CompletableFuture<Long> get(String key) {
        Shard s = shardOf(key);
        return CompletableFuture.supplyAsync(() -> s.values.getOrDefault(key, 0L), s.thread);
    }

    public void compactAll() {
        for (Shard s : shards) {
            s.thread.execute(s::compact);
        }
    }

    public CompletableFuture<Long> operations() {
        CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
        for (Shard s : shards) {
            sum = sum.thenCombine(CompletableFuture.supplyAsync(() -> s.operations + s.resizes, s.thread), Long::sum);
        }
        return sum;
    }

    public void close() {
        for (Shard s : shards) {
            s.thread.shutdown();
        }
    }
}
