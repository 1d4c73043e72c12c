package lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Base of services with a start and a stop. Both may be called several times and by several threads;
 * the transitions take place once.
 */
public abstract class ManagedService {

    private enum State { NEW, STARTING, RUNNING, STOPPING, TERMINATED, FAILED }

    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch terminated = new CountDownLatch(1);
    private final List<AutoCloseable> resources = new ArrayList<>();
    private long startedAt;
    private long startupNanos;
    private Throwable failure;
    private int closeErrors;

    protected abstract void doStart() throws Exception;

    /** Resources to be closed at the end; called by {@link #doStart()} on its thread. */
    protected final void manage(AutoCloseable resource) {
        resources.add(resource);
    }

    public final boolean start() {
        if (!state.compareAndSet(State.NEW, State.STARTING)) {
            return false;
        }
        startedAt = System.nanoTime();
        try {
            doStart();
            startupNanos = System.nanoTime() - startedAt;
            state.set(State.RUNNING);
        } catch (Exception e) {
            failure = e;
            closeAll();
            state.set(State.FAILED);
            terminated.countDown();
        } finally {
            running.countDown();
        }
        return true;
    }

    public final void stop() throws InterruptedException {
        if (state.compareAndSet(State.NEW, State.TERMINATED)) {
            running.countDown();
            terminated.countDown();
            return;
        }
        running.await();
        if (state.compareAndSet(State.RUNNING, State.STOPPING)) {
            closeAll();
            state.set(State.TERMINATED);
            terminated.countDown();
        } else {
            terminated.await();
        }
    }

    private void closeAll() {
        for (int i = resources.size() - 1; i >= 0; i--) {
            try {
                resources.get(i).close();
            } catch (Exception e) {
                closeErrors++;
            }
        }
        resources.clear();
    }

    public final long startupNanos() throws InterruptedException {
        running.await();
        return startupNanos;
    }

    public final Throwable failure() throws InterruptedException {
        return running.await(0, TimeUnit.SECONDS) ? failure : null;
    }

    public final int closeErrors() throws InterruptedException {
        terminated.await();
        return closeErrors;
    }
}
