package io.pelican.channel;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Flags of a channel context in one int. Event loop and user threads set different flags. */
abstract class ChannelFlags {
    private static final int READ_PENDING = 1;
    private static final int FLUSHING = 1 << 1;
    private static final int INPUT_SHUTDOWN = 1 << 2;
    private static final int WRITABLE = 1 << 3;
    private static final AtomicIntegerFieldUpdater<ChannelFlags> FLAGS =
        AtomicIntegerFieldUpdater.newUpdater(ChannelFlags.class, "flags");
    private static final AtomicIntegerFieldUpdater<ChannelFlags> UNWRITABLE =
        AtomicIntegerFieldUpdater.newUpdater(ChannelFlags.class, "unwritable");

    private volatile int flags;
    private volatile int unwritable;
    private volatile int hints;
    private volatile boolean open = true;
    private int closeRequests;

    void readPending(boolean pending) {
        if (pending) {
            set(READ_PENDING);
        } else {
            clear(READ_PENDING);
        }
    }

    private void set(int f) {
        int old;
        do {
            old = flags;
        } while (!FLAGS.compareAndSet(this, old, old | f));
    }

    private void clear(int f) {
        FLAGS.updateAndGet(this, v -> v & ~f);
    }

    void shutdownInput() {
        flags |= INPUT_SHUTDOWN; // RACE rmw
    }

    boolean startFlush() {
        for (;;) {
            int old = flags;
            if ((old & FLUSHING) != 0) {
                return false;
            }
            if (FLAGS.compareAndSet(this, old, old | FLUSHING)) {
                return true;
            }
        }
    }

    void endFlush() {
        FLAGS.set(this, FLAGS.get(this) & ~FLUSHING); // RACE atomic-compound
    }

    void setUserWritable(int index, boolean writable) {
        final int mask = ~(1 << index);
        for (;;) {
            final int old = unwritable;
            final int now = writable ? old & mask : old | ~mask;
            if (UNWRITABLE.compareAndSet(this, old, now)) {
                if (old != 0 && now == 0 || old == 0 && now != 0) {
                    fireWritabilityChanged();
                }
                break;
            }
        }
    }

    void hint(int bit) {
        hints = hints | bit; // RACE rmw
    }

    void close() {
        synchronized (this) {
            closeRequests++;
            if (!open) {
                return;
            }
            open = false;
        }
        fireWritabilityChanged();
    }

    boolean writable() {
        return unwritable == 0 && open;
    }

    protected abstract void fireWritabilityChanged();
}
