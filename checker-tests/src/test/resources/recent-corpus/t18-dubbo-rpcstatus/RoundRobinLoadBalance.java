package org.example.dubbo.rpc;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Singleton extension used by every invocation of the reference. */
public class RoundRobinLoadBalance {

    static class Weighted {
        private int weight = 100;
        private int current;
        private volatile long lastUpdate = System.currentTimeMillis();

        int increaseCurrent() {
            current += weight; // RACE rmw
            return current;
        }

        synchronized void setWeight(int w) {
            weight = w;
            lastUpdate = System.currentTimeMillis();
        }
    }

    private final ConcurrentMap<String, ConcurrentMap<String, Weighted>> methodWeightMap = new ConcurrentHashMap<>();

    public String select(String service, String method, List<String> invokers) {
        ConcurrentMap<String, Weighted> map =
                methodWeightMap.computeIfAbsent(service + "." + method, k -> new ConcurrentHashMap<>());
        String selected = null;
        int best = Integer.MIN_VALUE;
        int position = 0;
        for (String invoker : invokers) {
            position++;
            int cur = map.computeIfAbsent(invoker, k -> new Weighted()).increaseCurrent();
            if (cur > best) {
                best = cur;
                selected = invoker;
            }
        }
        long started = System.nanoTime();
        boolean ok = RpcStatus.beginCount(service, method, 200);
        if (ok) {
            RpcStatus.endCount(service, method, System.nanoTime() - started + position, selected != null);
        }
        return selected;
    }
}
