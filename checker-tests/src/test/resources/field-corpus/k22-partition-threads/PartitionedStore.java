package k22;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Every partition belongs to exactly one operation thread (partition id modulo thread count), and
 * only operations running there touch its record store.
 */
public class PartitionedStore {
    private final int partitionCount;
    private final OperationThread[] threads;
    private final RecordStore[] stores;

    public PartitionedStore(int partitionCount, int threadCount) {
        this.partitionCount = partitionCount;
        this.threads = new OperationThread[threadCount];
        this.stores = new RecordStore[partitionCount];
        for (int i = 0; i < partitionCount; i++) {
            stores[i] = new RecordStore();
        }
        for (int i = 0; i < threadCount; i++) {
            threads[i] = new OperationThread("partition-operation.thread-" + i);
            threads[i].start();
        }
    }

    public CompletableFuture<Long> increment(String key, long delta) {
        return invoke(key, store -> store.add(key, delta));
    }

    public CompletableFuture<Long> get(String key) {
        return invoke(key, store -> store.read(key));
    }

    private CompletableFuture<Long> invoke(String key, Function<RecordStore, Long> op) {
        int partition = Math.floorMod(key.hashCode(), partitionCount);
        CompletableFuture<Long> result = new CompletableFuture<>();
        threads[partition % threads.length].queue.add(() -> result.complete(op.apply(stores[partition])));
        return result;
    }

    public void shutdown() {
        for (OperationThread t : threads) {
            t.interrupt();
        }
    }

    private static final class RecordStore {
        private final Map<String, Long> records = new HashMap<>();
        private long hits;
        private long updates;

        Long add(String key, long delta) {
            updates++;
            Long old = records.get(key);
            Long now = old == null ? delta : old + delta;
            records.put(key, now);
            return now;
        }

        Long read(String key) {
            hits++;
            return records.getOrDefault(key, 0L);
        }
    }

    private static final class OperationThread extends Thread {
        private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        private long completed;

        OperationThread(String name) {
            super(name);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    queue.take().run();
                    completed++;
                }
            } catch (InterruptedException e) {
                System.out.println(getName() + " completed " + completed);
            }
        }
    }
}
