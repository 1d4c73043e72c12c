package sci.batch;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Loop helpers, chosen by configuration in the old days. */
final class Loops {
    private Loops() {
    }

    static <T> void serial(Collection<T> items, Consumer<? super T> body) {
        for (T t : items) {
            body.accept(t);
        }
    }

    static <T> void parallel(Collection<T> items, Consumer<? super T> body) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Future<?>[] fs = items.stream().map(t -> pool.submit(() -> body.accept(t))).toArray(Future<?>[]::new);
            for (Future<?> f : fs) {
                f.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
