package net.aspen.dns;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers queries on many threads; a janitor purges. */
public class DnsServer {
    private final DnsCache cache;
    private final ThreadPoolExecutor pool;
    private final Thread janitor;
    private volatile boolean running = true;
    private long purged;

    public DnsServer(DnsCache cache, int threads) {
        this.cache = cache;
        this.pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(500),
                new ThreadPoolExecutor.CallerRunsPolicy());
        this.janitor = new Thread(this::clean, "janitor");
    }

    public void start() {
        janitor.start();
    }

    public void query(String name, Consumer<String> reply) {
        pool.execute(() -> {
            String a = cache.resolve(name, System.currentTimeMillis());
            if (a != null) {
                cache.refresh(name, System.currentTimeMillis() + 30_000);
                reply.accept(a);
            } else {
                cache.forgetNegative(name);
            }
        });
    }

    private void clean() {
        while (running) {
            try {
                Thread.sleep(5000);
            } catch (InterruptedException e) {
                running = false;
            }
            purged += cache.purge(System.currentTimeMillis());
            System.out.println(purged + " purged");
        }
    }

    public void stop() {
        running = false;
        janitor.interrupt();
        pool.shutdown();
    }
}
