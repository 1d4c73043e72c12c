package lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Basic implementation of the life cycle interface for components. */
public abstract class AbstractLifeCycle {

    public enum State { STOPPED, STARTING, STARTED, STOPPING, FAILED }

    public interface Listener {
        void stateChanged(AbstractLifeCycle lifeCycle, State state);
    }

    private final List<Listener> eventListener = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = State.STOPPED;
    private int transitions;

    protected void doStart() throws Exception {
    }

    protected void doStop() throws Exception {
    }

    public final void start() throws Exception {
        lock.lock();
        try {
            try {
                switch (state) {
                    case STARTED:
                        return;
                    case STARTING:
                    case STOPPING:
                        throw new IllegalStateException(state.name());
                    default:
                        moveTo(State.STARTING);
                        doStart();
                        moveTo(State.STARTED);
                }
            } catch (Throwable e) {
                moveTo(State.FAILED);
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    public final void stop() throws Exception {
        lock.lock();
        try {
            if (state == State.STOPPED || state == State.STOPPING) {
                return;
            }
            moveTo(State.STOPPING);
            doStop();
            moveTo(State.STOPPED);
        } finally {
            lock.unlock();
        }
    }

    private void moveTo(State next) {
        assert lock.isHeldByCurrentThread();
        state = next;
        transitions++;
        for (Listener l : eventListener) {
            l.stateChanged(this, next);
        }
    }

    public boolean isRunning() {
        State s = state;
        return s == State.STARTED || s == State.STARTING;
    }

    public void addEventListener(Listener listener) {
        eventListener.add(listener);
    }
}
