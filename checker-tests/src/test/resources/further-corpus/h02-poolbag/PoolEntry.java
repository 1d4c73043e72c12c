package poolbag;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

final class PoolEntry<C> {

    static final int NOT_IN_USE = 0;
    static final int IN_USE = 1;
    static final int RESERVED = -2;
    static final int REMOVED = -1;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<PoolEntry> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PoolEntry.class, "state");

    final C connection;
    private volatile int state;
    private volatile boolean evict;
    long lastAccessed;

    PoolEntry(C connection) {
        this.connection = connection;
        this.lastAccessed = System.nanoTime();
    }

    boolean compareAndSet(int expected, int update) {
        return STATE.compareAndSet(this, expected, update);
    }

    void setState(int update) {
        STATE.set(this, update);
    }

    int getState() {
        return STATE.get(this);
    }

    void markEvicted() {
        evict = true;
    }

    boolean isMarkedEvicted() {
        return evict;
    }
}
