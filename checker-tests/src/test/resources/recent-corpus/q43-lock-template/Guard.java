package org.wagonette.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Convenience around a lock. */
public final class Guard {

    private final ReentrantLock lock = new ReentrantLock();
    private final Held held = new Held();

    /** Releases the lock when closed. */
    public final class Held implements AutoCloseable {
        @Override
        public void close() {
            lock.unlock();
        }
    }

    public Held hold() {
        lock.lock();
        return held;
    }

    public void run(Runnable r) {
        lock.lock();
        try {
            r.run();
        } finally {
            lock.unlock();
        }
    }

    public <T> T get(Supplier<T> s) {
        lock.lock();
        try {
            return s.get();
        } finally {
            lock.unlock();
        }
    }

    public <T> T call(Callable<T> c) throws Exception {
        lock.lockInterruptibly();
        try {
            return c.call();
        } finally {
            lock.unlock();
        }
    }

    public boolean tryRun(Runnable r) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            r.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void assertHeld() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException();
        }
    }
}
