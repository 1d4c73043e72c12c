package cad.model;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Base of everything in a drawing that several views show and edit. */
abstract class Lockable {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private int edits;

    protected final void beginEdit() {
        rw.writeLock().lock();
    }

    protected final void endEdit() {
        edits++;
        rw.writeLock().unlock();
    }

    protected final void beginRead() {
        rw.readLock().lock();
    }

    protected final void endRead() {
        rw.readLock().unlock();
    }

    final int edits() {
        beginRead();
        try {
            return edits;
        } finally {
            endRead();
        }
    }
}
