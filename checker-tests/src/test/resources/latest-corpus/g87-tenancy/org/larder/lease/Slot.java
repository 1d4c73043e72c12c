package org.larder.lease;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** A slot of the scratch area: owned by one thread at a time, claimed without a lock. */
final class Slot {
    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Slot.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Thread owner;
    private volatile Thread reserved;
    private byte[] data = new byte[64];
    private int used;
    private int generation;

    boolean claim() {
        if (owner != null) {
            return false;
        }
        return OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    /** Marks the slot as the caller's for its next claim. */
    boolean reserve() {
        if (reserved == null) {
            reserved = Thread.currentThread(); // RACE check-then-act #1
            return true;
        }
        return false;
    }

    void unreserve() {
        if (reserved == Thread.currentThread()) {
            reserved = null;
        }
    }

    /** Owner only. */
    void write(byte[] src) {
        if (owner != Thread.currentThread()) {
            throw new IllegalStateException();
        }
        while (used + src.length > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        System.arraycopy(src, 0, data, used, src.length);
        used += src.length;
    }

    /** Owner only; ends the ownership. */
    byte[] finish() {
        byte[] out = Arrays.copyOf(data, used);
        used = 0;
        generation++;
        owner = null;
        return out;
    }
}
