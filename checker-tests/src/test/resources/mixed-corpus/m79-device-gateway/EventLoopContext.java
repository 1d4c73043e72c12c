package gateway;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Context of a component: handlers run on one event loop thread, blocking code on a worker pool. */
public final class EventLoopContext {

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(20);

    private final ExecutorService loop = Executors.newSingleThreadExecutor();

    public void runOnContext(Runnable r) {
        loop.execute(r);
    }

    /** Runs the code on a worker; the handler gets the result on the event loop. */
    public <T> void executeBlocking(Callable<T> code, BiConsumer<T, Throwable> handler) {
        WORKERS.execute(() -> {
            T result = null;
            Throwable failure = null;
            try {
                result = code.call();
            } catch (Exception e) {
                failure = e;
            }
            T value = result;
            Throwable problem = failure;
            loop.execute(() -> handler.accept(value, problem));
        });
    }

    public void close() {
        loop.shutdown();
    }
}
