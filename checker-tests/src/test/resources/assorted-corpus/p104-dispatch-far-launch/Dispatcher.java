package iot.edge.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Routes datagrams to meters on an executor that the gateway chooses. */
class Dispatcher {
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    private final AtomicInteger malformed = new AtomicInteger();
    private final Executor executor;

    Dispatcher(Executor executor) {
        this.executor = executor;
    }

    void datagram(String device, byte[] data) {
        Meter m = meters.computeIfAbsent(device, Meter::new);
        executor.execute(() -> handle(m, data));
    }

    private void handle(Meter m, byte[] data) {
        Frame f = new Frame(data);
        f.parse();
        f.feed(m);
        malformed.addAndGet(f.errors());
    }
}
