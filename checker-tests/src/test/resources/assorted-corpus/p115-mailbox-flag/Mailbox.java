package org.cellmate.actor;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A tiny actor: the scheduled flag makes sure that one thread at a time processes messages. */
public abstract class Mailbox<M> implements Runnable {
    private final ConcurrentLinkedQueue<M> messages = new ConcurrentLinkedQueue<M>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger size = new AtomicInteger();
    private final Executor executor;
    private int processed;
    private int failures;

    protected Mailbox(Executor executor) {
        this.executor = executor;
    }

    public final void tell(M m) {
        messages.offer(m);
        size.incrementAndGet();
        schedule();
    }

    private void schedule() {
        if (!messages.isEmpty() && scheduled.compareAndSet(false, true)) {
            executor.execute(this);
        }
    }

    @Override
    public final void run() {
        try {
            for (int i = 0; i < 32; i++) {
                M m = messages.poll();
                if (m == null) {
                    break;
                }
                size.decrementAndGet();
                processed++;
                try {
                    receive(m);
                } catch (RuntimeException e) {
                    failures++;
                }
            }
        } finally {
            scheduled.set(false);
            schedule();
        }
    }

    /** Called by one thread at a time. */
    protected abstract void receive(M m);

    public final int pending() {
        return size.get();
    }
}
