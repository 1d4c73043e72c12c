package k30;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Lets values through while there is demand. Producers run in the pool, request comes from the subscriber. */
public final class DemandGate<T> {
    private final ExecutorService producers = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<T> pending = new ConcurrentLinkedQueue<>();
    private final Consumer<? super T> downstream;
    private volatile long requested;

    public DemandGate(Consumer<? super T> downstream) {
        this.downstream = downstream;
    }

    public void request(long n) {
        requested += n; // RACE rmw #1
        emit();
    }

    public void produce(java.util.function.Supplier<T> source) {
        producers.execute(() -> {
            pending.add(source.get());
            emit();
        });
    }

    private void emit() {
        T v;
        while (requested > 0 && (v = pending.poll()) != null) { // RACE rmw #1
            requested--; // RACE rmw #1
            downstream.accept(v);
        }
    }
}
