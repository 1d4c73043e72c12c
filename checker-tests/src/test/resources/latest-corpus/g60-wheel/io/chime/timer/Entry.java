package io.chime.timer;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** A scheduled body. */
public final class Entry {
    private static final int WAITING = 0;
    private static final int FIRED = 1;
    private static final int CANCELLED = 2;

    private static final AtomicIntegerFieldUpdater<Entry> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Entry.class, "state");

    private final WheelTimer timer;
    private final Runnable body;
    final long ticks;
    long deadline;
    private volatile int state = WAITING;

    Entry(WheelTimer timer, Runnable body, long ticks) {
        this.timer = timer;
        this.body = body;
        this.ticks = ticks;
    }

    public boolean cancel() {
        if (state == WAITING && STATE.compareAndSet(this, WAITING, CANCELLED)) {
            timer.cancelled(this);
            return true;
        }
        return false;
    }

    boolean fire() {
        if (!STATE.compareAndSet(this, WAITING, FIRED)) {
            return false;
        }
        try {
            body.run();
        } catch (RuntimeException e) {
            System.err.println("timer body failed: " + e);
        }
        return true;
    }
}
