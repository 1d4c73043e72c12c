package io.beacon.discovery;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

public final class Endpoint {
    private static final AtomicIntegerFieldUpdater<Endpoint> FAILURES =
        AtomicIntegerFieldUpdater.newUpdater(Endpoint.class, "failures");

    private final String host;
    private final int port;
    private volatile int failures;
    private volatile int successes;

    public Endpoint(String host, int port) {
        this.host = host;
        this.port = port;
    }

    public int failed() {
        return FAILURES.incrementAndGet(this);
    }

    public void succeeded() {
        FAILURES.set(this, 0);
        successes += 1; // RACE atomic-compound
    }

    public boolean suspicious(int limit) {
        return failures > limit && successes < failures;
    }

    @Override
    public String toString() {
        return host + ':' + port;
    }
}
