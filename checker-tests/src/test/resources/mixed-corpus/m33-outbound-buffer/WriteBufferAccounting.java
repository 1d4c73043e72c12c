package outbound;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Accounting of the bytes waiting to be written to a channel. Increments come from any writer
 * thread; flush bookkeeping happens on the event loop.
 */
public class WriteBufferAccounting {

    private static final AtomicLongFieldUpdater<WriteBufferAccounting> PENDING =
            AtomicLongFieldUpdater.newUpdater(WriteBufferAccounting.class, "pending");
    private static final AtomicIntegerFieldUpdater<WriteBufferAccounting> UNWRITABLE =
            AtomicIntegerFieldUpdater.newUpdater(WriteBufferAccounting.class, "unwritable");

    private final long high;
    private final long low;
    private final Runnable writabilityChanged;
    private volatile long pending;
    private volatile int unwritable;
    private volatile int userFlags;
    private volatile long highest;

    /** Event loop only. */
    private int flushed;
    private boolean inFail;

    public WriteBufferAccounting(long low, long high, Runnable writabilityChanged) {
        this.low = low;
        this.high = high;
        this.writabilityChanged = writabilityChanged;
    }

    /** Called by any writer. */
    public void incrementPending(long size) {
        long now = PENDING.addAndGet(this, size);
        if (now > highest) { // RACE check-then-act #1
            highest = now; // RACE check-then-act #1
        }
        if (now > high) {
            setUnwritable();
        }
    }

    public void decrementPending(long size) {
        if (PENDING.addAndGet(this, -size) < low) {
            setWritable();
        }
    }

    private void setUnwritable() {
        for (;;) {
            int old = unwritable;
            int fresh = old | 1;
            if (UNWRITABLE.compareAndSet(this, old, fresh)) {
                if (old == 0) {
                    writabilityChanged.run();
                }
                break;
            }
        }
    }

    private void setWritable() {
        for (;;) {
            final int old = unwritable;
            final int fresh = old & ~1;
            if (UNWRITABLE.compareAndSet(this, old, fresh)) {
                if (old != 0 && fresh == 0) {
                    writabilityChanged.run();
                }
                break;
            }
        }
    }

    /** Lets the application veto writing; each user has a bit of its own. */
    public void setUserDefined(int index, boolean writable) {
        int mask = 1 << index;
        if (writable) {
            userFlags &= ~mask; // RACE rmw #2
        } else {
            userFlags |= mask; // RACE rmw #2
        }
    }

    /** Called by the event loop after each flush. */
    void onFlushed(int messages) {
        flushed += messages;
    }

    /** Called by the event loop when the channel fails. */
    void fail(long size) {
        if (inFail) {
            return;
        }
        try {
            inFail = true;
            decrementPending(size);
        } finally {
            inFail = false;
        }
    }

    public boolean isWritable() {
        return unwritable == 0 && userFlags == 0;
    }

    public long bytesBeforeUnwritable() {
        long bytes = high - pending;
        return bytes > 0 && isWritable() ? bytes : 0;
    }

    public long highest() {
        return highest;
    }
}
