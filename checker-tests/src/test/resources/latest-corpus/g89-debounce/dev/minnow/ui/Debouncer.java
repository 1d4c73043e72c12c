package dev.minnow.ui;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Delays a call until nothing has happened for a while. Events come from any thread. */
public class Debouncer {
    private final ScheduledExecutorService timer;
    private final Runnable action;
    private final long millis;
    private ScheduledFuture<?> pending;
    private volatile ScheduledFuture<?> watchdog;
    private int restarts;
    private volatile long firedAt;

    public Debouncer(ScheduledExecutorService timer, Runnable action, long millis) {
        this.timer = timer;
        this.action = action;
        this.millis = millis;
    }

    public synchronized void event() {
        if (pending != null && pending.cancel(false)) {
            restarts++;
        }
        pending = timer.schedule(this::fire, millis, TimeUnit.MILLISECONDS);
    }

    private void fire() {
        firedAt = System.currentTimeMillis();
        action.run();
    }

    /** Fires anyway when it takes too long. */
    public void guard(long max) {
        if (watchdog == null || watchdog.isDone()) {
            watchdog = timer.schedule(this::fire, max, TimeUnit.MILLISECONDS); // RACE check-then-act #1
        }
    }

    public synchronized void flush() {
        ScheduledFuture<?> p = pending;
        pending = null;
        if (p != null && p.cancel(false)) {
            timer.execute(action);
        }
    }

    public synchronized int restarts() {
        return restarts;
    }

    public long firedAt() {
        return firedAt;
    }
}
