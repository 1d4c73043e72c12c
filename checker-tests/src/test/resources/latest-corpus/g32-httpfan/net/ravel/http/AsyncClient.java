package net.ravel.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Minimal asynchronous client: handlers are called on the I/O threads. */
public class AsyncClient {
    private final ExecutorService io = Executors.newFixedThreadPool(4);
    private final Function<String, String> transport;

    public interface Handler {
        void completed(String url, String body);

        void failed(String url, Exception e);
    }

    public AsyncClient(Function<String, String> transport) {
        this.transport = transport;
    }

    public void get(String url, Handler h) {
        io.execute(() -> {
            String body;
            try {
                body = transport.apply(url);
            } catch (RuntimeException e) {
                h.failed(url, e);
                return;
            }
            h.completed(url, body);
        });
    }

    public void close() {
        io.shutdown();
    }
}
