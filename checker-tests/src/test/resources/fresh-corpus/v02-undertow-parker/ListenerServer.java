package v02undertowparker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Accepts requests on a few I/O threads; blocking handlers are moved to the worker pool. */
public class ListenerServer {
    private final ExecutorService ioThreads = Executors.newFixedThreadPool(2);
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final LongAdder bytes = new LongAdder();
    private final LongAdder dispatched = new LongAdder();

    private final HttpExchange.HttpHandler blocking = exchange -> {
        exchange.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
        exchange.dispatch(workers, () -> {
            exchange.write(loadPage());
            exchange.addCompleteListener(() -> bytes.add(exchange.getResponseBytesSent()));
        });
    };

    public void onRequest() {
        HttpExchange exchange = new HttpExchange();
        exchange.addCompleteListener(() -> dispatched.add(exchange.getDispatchCount()));
        ioThreads.execute(() -> HttpExchange.Connectors.executeRootHandler(blocking, exchange));
    }

    private static byte[] loadPage() {
        return new byte[512];
    }

    public long getBytes() {
        return bytes.sum();
    }

    public void stop() {
        ioThreads.shutdown();
        workers.shutdown();
    }
}
