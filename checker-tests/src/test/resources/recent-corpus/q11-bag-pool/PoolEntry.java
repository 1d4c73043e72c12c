package com.lightcp.pool;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** One pooled connection. Whoever moved the state from NOT_IN_USE to IN_USE owns the entry. */
final class PoolEntry {
    static final int NOT_IN_USE = 0;
    static final int IN_USE = 1;
    static final int REMOVED = -1;
    static final int RESERVED = -2;

    private static final AtomicIntegerFieldUpdater<PoolEntry> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PoolEntry.class, "state");

    private volatile int state = NOT_IN_USE;
    private Connection connection;
    private final List<AutoCloseable> openStatements = new ArrayList<>(16);
    private long uses;
    private int dirtyBits;
    long lastAccessed;
    long lastBorrowed;

    PoolEntry(Connection connection) {
        this.connection = connection;
    }

    boolean compareAndSet(int expect, int update) {
        return STATE.compareAndSet(this, expect, update);
    }

    void setState(int update) {
        STATE.set(this, update);
    }

    int getState() {
        return state;
    }

    void onBorrow(long now) {
        lastBorrowed = now;
        uses++;
    }

    void track(AutoCloseable statement) {
        openStatements.add(statement);
    }

    void markDirty(int bit) {
        dirtyBits |= bit;
    }

    void recycle(long now) {
        for (AutoCloseable c : openStatements) {
            try {
                c.close();
            } catch (Exception ignore) {
                dirtyBits |= 1;
            }
        }
        openStatements.clear();
        if (dirtyBits != 0) {
            dirtyBits = 0;
        }
        lastAccessed = now;
    }

    Connection close() {
        Connection c = connection;
        connection = null;
        return c;
    }

    long uses() {
        return uses;
    }
}
