package partition;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Map whose partitions are confined to partition threads. May be used by any client thread. */
public class PartitionedMap {

    private static final int PARTITIONS = 271;

    private final StoreStats stats = new StoreStats();
    private final PartitionThread[] threads;
    private final RecordStore[] stores = new RecordStore[PARTITIONS];

    public PartitionedMap(int threadCount) {
        threads = new PartitionThread[threadCount];
        for (int i = 0; i < threadCount; i++) {
            threads[i] = new PartitionThread(i, stats::error);
        }
        for (int p = 0; p < PARTITIONS; p++) {
            stores[p] = new RecordStore(stats);
        }
        for (PartitionThread t : threads) {
            t.start();
        }
    }

    private <R> CompletableFuture<R> invoke(String key, Function<RecordStore, R> op) {
        int partition = Math.floorMod(key.hashCode(), PARTITIONS);
        CompletableFuture<R> future = new CompletableFuture<>();
        threads[partition % threads.length].submit(() -> future.complete(op.apply(stores[partition])));
        return future;
    }

    public CompletableFuture<byte[]> put(String key, byte[] value) {
        return invoke(key, s -> s.put(key, value));
    }

    public CompletableFuture<byte[]> get(String key) {
        return invoke(key, s -> s.get(key));
    }

    public CompletableFuture<Long> increment(String key) {
        return invoke(key, s -> s.increment(key));
    }

    public CompletableFuture<Boolean> remove(String key) {
        return invoke(key, s -> s.remove(key));
    }

    public int size() {
        return stats.entries();
    }

    public void close() {
        for (PartitionThread t : threads) {
            t.shutdown();
        }
    }
}
