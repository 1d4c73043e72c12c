package com.spindle.buffers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A value set once; waiters are parked until then. */
public class OneShot<T> {
    private final CountDownLatch set = new CountDownLatch(1);
    private final AtomicBoolean claimed = new AtomicBoolean();
    private T value;
    private int setters;

    public boolean set(T v) {
        if (!claimed.compareAndSet(false, true)) {
            return false;
        }
        value = v;
        setters++;
        set.countDown();
        return true;
    }

    public T get() throws InterruptedException {
        set.await();
        return value;
    }
}
