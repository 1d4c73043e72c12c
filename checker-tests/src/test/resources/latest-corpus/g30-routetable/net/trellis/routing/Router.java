package net.trellis.routing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

public class Router {
    private final RouteTable table = new RouteTable();
    private final ConcurrentMap<String, LinkCost> costs = new ConcurrentHashMap<>();
    private final ForkJoinPool pool = new ForkJoinPool(8);

    public void learn(String prefix, String via, double cost) {
        pool.execute(() -> {
            costs.computeIfAbsent(via, v -> new LinkCost()).sample(cost);
            table.add(prefix, via);
        });
    }

    public Future<String> route(String address) {
        return pool.submit(() -> {
            String via = table.lookup(address);
            if (via != null) {
                costs.get(via).cap(1000);
            }
            return via;
        });
    }
}
