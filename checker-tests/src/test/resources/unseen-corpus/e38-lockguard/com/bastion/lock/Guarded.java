package com.bastion.lock;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A value that can only be touched under its lock. */
public final class Guarded<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final T value;

    public Guarded(T value) {
        this.value = value;
    }

    public <R> R with(Function<? super T, R> body) {
        lock.lock();
        try {
            return body.apply(value);
        } finally {
            lock.unlock();
        }
    }
}
