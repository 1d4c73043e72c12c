package com.lintel.quotes;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Runs code under a lock; keeps the try/finally in one place. */
final class Guarded {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    <T> T reading(Supplier<T> body) {
        rw.readLock().lock();
        try {
            return body.get();
        } finally {
            rw.readLock().unlock();
        }
    }

    void writing(Runnable body) {
        rw.writeLock().lock();
        try {
            body.run();
        } finally {
            rw.writeLock().unlock();
        }
    }

    boolean heldForWriting() {
        return rw.isWriteLockedByCurrentThread();
    }
}
