package org.harbor.pool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class PooledClient {
    private final LinkPool pool;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);

    public PooledClient(LinkPool pool) {
        this.pool = pool;
    }

    public Future<byte[]> send(byte[] request) {
        return workers.submit(() -> {
            Link link = pool.borrow(2, TimeUnit.SECONDS);
            try {
                return link.exchange(request);
            } finally {
                pool.giveBack(link);
            }
        });
    }

    public void stop() throws InterruptedException {
        workers.shutdown();
        workers.awaitTermination(5, TimeUnit.SECONDS);
        pool.close();
    }
}
