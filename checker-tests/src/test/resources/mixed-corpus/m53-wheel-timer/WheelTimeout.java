package wheel;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Handle of a timeout. */
public final class WheelTimeout {

    private static final AtomicIntegerFieldUpdater<WheelTimeout> STATE =
            AtomicIntegerFieldUpdater.newUpdater(WheelTimeout.class, "state");

    private final WheelTimer timer;
    private final Runnable task;
    final long deadline;
    private volatile int state;

    /** Only used by the worker. */
    long rounds;
    int bucket = -1;
    WheelTimeout next;
    WheelTimeout prev;

    WheelTimeout(WheelTimer timer, Runnable task, long deadline) {
        this.timer = timer;
        this.task = task;
        this.deadline = deadline;
    }

    public boolean cancel() {
        if (!STATE.compareAndSet(this, 0, 1)) {
            return false;
        }
        timer.onCancel(this);
        return true;
    }

    boolean expire() {
        if (!STATE.compareAndSet(this, 0, 2)) {
            return false;
        }
        task.run();
        return true;
    }

    public boolean isCancelled() {
        return state == 1;
    }
}
