package net.mux;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** A multiplexed connection with many concurrent streams. */
final class Connection {
    private static final AtomicIntegerFieldUpdater<Connection> STREAMS =
            AtomicIntegerFieldUpdater.newUpdater(Connection.class, "streams");
    private static final AtomicLongFieldUpdater<Connection> WINDOW =
            AtomicLongFieldUpdater.newUpdater(Connection.class, "window");

    private final int maxStreams;
    private volatile int streams;
    private volatile long window = 65_535;
    private volatile long lastActivity;

    Connection(int maxStreams) {
        this.maxStreams = maxStreams;
    }

    boolean open() {
        for (;;) {
            int n = streams;
            if (n >= maxStreams) {
                return false;
            }
            if (STREAMS.compareAndSet(this, n, n + 1)) {
                lastActivity = System.nanoTime();
                return true;
            }
        }
    }

    void close() {
        if (STREAMS.decrementAndGet(this) == 0) {
            lastActivity = System.nanoTime();
        }
    }

    void abort() {
        streams--; // RACE atomic-compound
    }

    boolean consume(int bytes) {
        long w = window;
        while (w >= bytes) {
            if (WINDOW.compareAndSet(this, w, w - bytes)) {
                return true;
            }
            w = window;
        }
        return false;
    }

    void windowUpdate(int bytes) {
        WINDOW.addAndGet(this, bytes);
    }

    void settings(long newInitial, long oldInitial) {
        long w = WINDOW.get(this); // RACE atomic-compound #1
        WINDOW.set(this, w + newInitial - oldInitial); // RACE atomic-compound #1
    }

    long idleNanos() {
        return System.nanoTime() - lastActivity;
    }
}
