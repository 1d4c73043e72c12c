package gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Consumer;

/**
 * Counts active requests and lets the server shut down gracefully. The highest bit of the state says
 * that the gate is closed. Shared by all I/O and worker threads.
 */
public class RequestGate {

    private static final long CLOSED = 1L << 63;
    private static final long COUNT = ~CLOSED;
    private static final AtomicLongFieldUpdater<RequestGate> STATE =
            AtomicLongFieldUpdater.newUpdater(RequestGate.class, "state");

    private final Object lock = new Object();
    private final List<Consumer<Boolean>> listeners = new ArrayList<>();
    private volatile long state;
    private volatile int upgraded;
    private volatile int maxUpgraded = 16;
    private volatile long peak;

    public boolean enter() {
        long before;
        long after;
        do {
            before = state;
            if ((before & CLOSED) != 0) {
                return false;
            }
            after = before + 1;
        } while (!STATE.compareAndSet(this, before, after));
        notePeak(after);
        return true;
    }

    private void notePeak(long now) {
        if (now > peak) {
            synchronized (lock) {
                peak = Math.max(peak, now);
            }
        }
    }

    public void exit() {
        long after = STATE.decrementAndGet(this);
        if (after == CLOSED) {
            drained();
        }
    }

    public void close() {
        long before;
        do {
            before = state;
            if ((before & CLOSED) != 0) {
                return;
            }
        } while (!STATE.compareAndSet(this, before, before | CLOSED));
        if ((before & COUNT) == 0) {
            drained();
        }
    }

    public void reopen() {
        synchronized (lock) {
            STATE.updateAndGet(this, s -> s & COUNT);
            for (Consumer<Boolean> l : listeners) {
                l.accept(false);
            }
            listeners.clear();
        }
    }

    private void drained() {
        synchronized (lock) {
            if (state != CLOSED) {
                return;
            }
            lock.notifyAll();
            for (Consumer<Boolean> l : listeners) {
                l.accept(true);
            }
            listeners.clear();
        }
    }

    public void onDrained(Consumer<Boolean> listener) {
        synchronized (lock) {
            if (state == CLOSED) {
                listener.accept(true);
            } else {
                listeners.add(listener);
            }
        }
    }

    public boolean await(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (lock) {
            while (state != CLOSED) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                lock.wait(left);
            }
            return true;
        }
    }

    /** Takes one of the few places for upgraded connections. */
    public boolean upgrade() {
        if ((state & CLOSED) != 0) {
            return false;
        }
        if (upgraded >= maxUpgraded) { // RACE check-then-act #1
            return false;
        }
        synchronized (lock) {
            upgraded++; // RACE check-then-act #1
        }
        return true;
    }

    public void downgrade() {
        synchronized (lock) {
            upgraded--;
        }
    }

    public long active() {
        return state & COUNT;
    }

    public long peak() {
        return peak;
    }
}
