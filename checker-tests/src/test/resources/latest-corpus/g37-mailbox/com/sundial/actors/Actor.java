package com.sundial.actors;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An actor processes its messages one at a time, on whichever pool thread is free.
 * {@link #receive} never runs on two threads at once.
 */
public abstract class Actor<M> {
    private static final int IDLE = 0;
    private static final int SCHEDULED = 1;

    private final ConcurrentLinkedQueue<M> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger(IDLE);
    private final Executor executor;
    private long handled;

    protected Actor(Executor executor) {
        this.executor = executor;
    }

    public final void tell(M message) {
        mailbox.add(message);
        trySchedule();
    }

    private void trySchedule() {
        if (status.compareAndSet(IDLE, SCHEDULED)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            M m;
            int budget = 100;
            while (budget-- > 0 && (m = mailbox.poll()) != null) {
                receive(m);
                handled++;
            }
        } finally {
            status.set(IDLE);
            if (!mailbox.isEmpty()) {
                trySchedule();
            }
        }
    }

    protected abstract void receive(M message);
}
