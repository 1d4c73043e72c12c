package router;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves requests with the current router; routers are replaced as a whole. */
public class RouterServer {

    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final AtomicInteger versions = new AtomicInteger();
    private volatile Router router;

    public RouterServer() {
        Router.Builder b = Router.builder();
        b.route("GET", "/health", p -> "ok");
        b.route("GET", "/version", p -> Integer.toString(versions.get()));
        for (String s : new String[] {"/a", "/b"}) {
            b.route("POST", s, p -> s + p);
        }
        router = b.build();
    }

    public Future<String> submit(String method, String path) {
        return workers.submit(() -> router.handle(method, path));
    }

    /** Installs another router. */
    public void replace(Router.Builder changes) {
        router = changes.build();
        versions.incrementAndGet();
    }

    public void close() {
        workers.shutdown();
    }
}
