package com.bastion.lock;

import java.util.concurrent.locks.Lock;

/** For try-with-resources. */
public final class Latchkey implements AutoCloseable {
    private final Lock lock;

    private Latchkey(Lock lock) {
        this.lock = lock;
    }

    public static Latchkey hold(Lock lock) {
        lock.lock();
        return new Latchkey(lock);
    }

    @Override
    public void close() {
        lock.unlock();
    }
}
