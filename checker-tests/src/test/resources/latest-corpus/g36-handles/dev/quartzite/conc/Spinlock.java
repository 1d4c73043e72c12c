package dev.quartzite.conc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A little lock for very short sections. */
final class Spinlock {
    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Spinlock.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Thread owner;

    void lock() {
        while (!OWNER.compareAndSet(this, null, Thread.currentThread())) {
            Thread.onSpinWait();
        }
    }

    void unlock() {
        owner = null;
    }
}
