package pool;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** A pooled connection with its state. */
public final class PoolEntry {

    static final int IDLE = 0;
    static final int IN_USE = 1;
    static final int RESERVED = 2;
    static final int REMOVED = 3;

    private static final AtomicIntegerFieldUpdater<PoolEntry> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PoolEntry.class, "state");

    final Connection connection;
    private volatile int state;
    private volatile long lastAccess = System.nanoTime();

    PoolEntry(Connection connection) {
        this.connection = connection;
    }

    boolean compareAndSet(int expect, int update) {
        return STATE.compareAndSet(this, expect, update);
    }

    /** Only the owner of an entry in use may set its state. */
    void setState(int newState) {
        state = newState;
    }

    int state() {
        return state;
    }

    void touch() {
        lastAccess = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - lastAccess;
    }
}
