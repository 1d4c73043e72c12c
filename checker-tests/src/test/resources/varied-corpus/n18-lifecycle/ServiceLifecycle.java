package app.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** start() and stop() may be called by anyone at any time. */
public abstract class ServiceLifecycle {
    public enum State { NEW, STARTING, RUNNING, STOPPING, STOPPED, FAILED }

    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final AtomicBoolean hookInstalled = new AtomicBoolean();
    private volatile boolean warm;

    protected abstract void doStart() throws Exception;

    protected abstract void doStop();

    public final void start() {
        if (state.get() != State.NEW) { // RACE atomic-compound #1
            throw new IllegalStateException("already " + state.get());
        }
        state.set(State.STARTING); // RACE atomic-compound #1
        try {
            if (!hookInstalled.get()) { // RACE atomic-compound #2
                hookInstalled.set(true); // RACE atomic-compound #2
                Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            }
            doStart();
            state.compareAndSet(State.STARTING, State.RUNNING);
        } catch (Exception e) {
            state.set(State.FAILED); // MAYBE
        }
    }

    public final void stop() {
        if (!state.compareAndSet(State.RUNNING, State.STOPPING)) {
            return;
        }
        doStop();
        state.set(State.STOPPED);
    }

    public final boolean warm() {
        if (!warm) { // MAYBE
            preload();
            warm = true; // MAYBE
        }
        return state.get() == State.RUNNING;
    }

    protected void preload() {}
}
