package net.ossuary.lease;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;

public class LeaseServer {
    private final LeaseTable table = new LeaseTable();
    private final ExecutorService nodes = Executors.newCachedThreadPool();
    private final ScheduledExecutorService sweeper = Executors.newScheduledThreadPool(1);
    private final LongAccumulator mostExpired = new LongAccumulator(Long::max, 0);

    public LeaseServer() {
        sweeper.scheduleAtFixedRate(() -> mostExpired.accumulate(table.expire(System.currentTimeMillis())),
                1, 1, TimeUnit.SECONDS);
    }

    public Future<Boolean> request(String node, String verb, String key) {
        return nodes.submit(() -> {
            long now = System.currentTimeMillis();
            switch (verb) {
                case "acquire":
                    return table.acquire(key, node, now, 10_000);
                case "renew":
                    return table.renew(key, node, now + 10_000);
                case "release":
                    return table.release(key, node);
                default:
                    return false;
            }
        });
    }
}
