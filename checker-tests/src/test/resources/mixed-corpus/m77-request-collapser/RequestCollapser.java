package collapser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Collects single requests into batches, which a timer executes. Called by request threads. */
public class RequestCollapser<K, V> {

    private final AtomicReference<RequestBatch<K, V>> current;
    private final Function<List<K>, Map<K, V>> command;
    private final int maxBatch;
    private final AtomicLong batches = new AtomicLong();

    public RequestCollapser(Function<List<K>, Map<K, V>> command, int maxBatch) {
        this.command = command;
        this.maxBatch = maxBatch;
        this.current = new AtomicReference<>(new RequestBatch<>(maxBatch));
    }

    public CompletableFuture<V> submit(K argument) {
        while (true) {
            RequestBatch<K, V> batch = current.get();
            CompletableFuture<V> f = batch.offer(argument);
            if (f != null) {
                return f;
            }
            renew(batch);
        }
    }

    private void renew(RequestBatch<K, V> previous) {
        if (current.compareAndSet(previous, new RequestBatch<>(maxBatch))) {
            batches.incrementAndGet();
            previous.execute(command);
        }
    }

    /** Timer tick. */
    public void tick() {
        RequestBatch<K, V> batch = current.get();
        if (!batch.isEmpty()) {
            renew(batch);
        }
    }

    public long batches() {
        return batches.get();
    }
}
