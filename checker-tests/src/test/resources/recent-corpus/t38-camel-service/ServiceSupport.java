package org.example.camel.impl;

import java.util.concurrent.atomic.AtomicBoolean;

/** Base of everything that can be started and stopped; management and routes call it. */
public abstract class ServiceSupport {

    private volatile boolean started;
    private final AtomicBoolean suspended = new AtomicBoolean();
    private volatile boolean shutdown;

    public void start() {
        if (started) { // RACE check-then-act #1
            return;
        }
        started = true; // RACE check-then-act #1
        doStart();
    }

    public void suspend() {
        if (suspended.compareAndSet(false, true)) {
            doSuspend();
        }
    }

    public void stop() {
        started = false;
    }

    public void shutdown() {
        synchronized (this) {
            if (shutdown) {
                return;
            }
            shutdown = true;
        }
        doStop();
    }

    protected abstract void doStart();

    protected abstract void doStop();

    protected void doSuspend() {
    }
}
