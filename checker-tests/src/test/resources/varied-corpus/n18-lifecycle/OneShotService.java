package app.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class OneShotService {
    private final AtomicReference<ServiceLifecycle.State> state =
            new AtomicReference<>(ServiceLifecycle.State.NEW);
    private final AtomicBoolean closed = new AtomicBoolean();
    private int starts;

    void start(Runnable body) {
        if (!state.compareAndSet(ServiceLifecycle.State.NEW, ServiceLifecycle.State.STARTING)) {
            throw new IllegalStateException("already " + state.get());
        }
        starts++;
        body.run();
        state.set(ServiceLifecycle.State.RUNNING);
    }

    void close(Runnable cleanup) {
        if (closed.getAndSet(true)) {
            return;
        }
        cleanup.run();
    }

    int starts() {
        return starts;
    }
}
