package org.wagonette.util;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Base class for services that are started and stopped, by the container or over JMX. */
public abstract class ComponentSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentSupport.class);

    /** Life cycle. */
    public enum State { NEW, STARTING, STARTED, SUSPENDED, STOPPING, STOPPED }

    private volatile State state = State.NEW;
    private volatile Thread housekeeper;
    private final AtomicReference<State> routeState = new AtomicReference<>(State.STOPPED);
    private final AtomicInteger starts = new AtomicInteger();
    private final Object lock = new Object();
    private volatile boolean warmedUp;

    public final void start() throws Exception {
        synchronized (lock) {
            if (state == State.STARTED || state == State.STARTING) {
                LOG.trace("already {}", state);
                return;
            }
            state = State.STARTING;
            try {
                doStart();
                state = State.STARTED;
                starts.incrementAndGet();
            } catch (Exception e) {
                state = State.STOPPED;
                throw e;
            }
        }
    }

    public final void stop() throws Exception {
        synchronized (lock) {
            if (state != State.STARTED && state != State.SUSPENDED) {
                return;
            }
            state = State.STOPPING;
            doStop();
            state = State.STOPPED;
        }
    }

    public void suspend() {
        if (state == State.STARTED) { // RACE check-then-act #1
            state = State.SUSPENDED; // RACE check-then-act #1
            onSuspend();
        }
    }

    public boolean startRoutes() {
        if (!routeState.compareAndSet(State.STOPPED, State.STARTING)) {
            return false;
        }
        boolean ok = false;
        try {
            doStartRoutes();
            ok = true;
        } finally {
            routeState.set(ok ? State.STARTED : State.STOPPED);
        }
        return true;
    }

    /** Lazily starts the house keeping; requests call this. */
    protected void ensureHousekeeper() {
        if (housekeeper == null) { // RACE check-then-act #2
            Thread t = new Thread(this::houseKeeping, "housekeeper");
            t.setDaemon(true);
            housekeeper = t; // RACE check-then-act #2
            t.start();
        }
    }

    protected void ensureWarm() {
        if (!warmedUp) {
            synchronized (lock) {
                if (!warmedUp) {
                    warmUp();
                    warmedUp = true;
                }
            }
        }
    }

    private void houseKeeping() {
        while (state == State.STARTED) {
            ensureWarm();
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    protected abstract void doStart() throws Exception;

    protected abstract void doStop() throws Exception;

    protected void doStartRoutes() {
    }

    protected void onSuspend() {
    }

    protected void warmUp() {
    }
}
