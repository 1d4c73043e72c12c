package net.hopper.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

final class CopyOnWriteRoutes {
    private volatile String[] routes = new String[0];
    private final AtomicReference<Map<String, Integer>> weights = new AtomicReference<>(Map.of());

    synchronized void add(String route) {
        String[] old = routes;
        String[] grown = Arrays.copyOf(old, old.length + 1);
        grown[old.length] = route;
        routes = grown;
    }

    void weigh(String route, int weight) {
        weights.updateAndGet(m -> {
            Map<String, Integer> copy = new HashMap<>(m);
            copy.put(route, weight);
            return copy;
        });
    }

    boolean matches(String prefix) {
        for (String r : routes) {
            if (prefix.startsWith(r)) {
                return true;
            }
        }
        return false;
    }

    int weight(String route) {
        return weights.get().getOrDefault(route, 1);
    }
}
