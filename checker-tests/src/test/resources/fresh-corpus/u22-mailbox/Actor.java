package org.stagehand.actor;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Processes its messages one after the other on a shared pool.
 *
 * @param <M> message type
 */
public abstract class Actor<M> implements Runnable {
    private static final int BATCH = 50;

    private final Queue<M> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor pool;
    private long handled;
    private int failures;

    protected Actor(Executor pool) {
        this.pool = pool;
    }

    protected abstract void receive(M message) throws Exception;

    public final void tell(M message) {
        mailbox.add(message);
        schedule();
    }

    private void schedule() {
        if (!mailbox.isEmpty() && scheduled.compareAndSet(false, true)) {
            pool.execute(this);
        }
    }

    @Override
    public final void run() {
        try {
            for (int i = 0; i < BATCH; i++) {
                M m = mailbox.poll();
                if (m == null) {
                    break;
                }
                handled++;
                try {
                    receive(m);
                } catch (Exception e) {
                    failures++;
                    System.getLogger("actor").log(System.Logger.Level.WARNING,
                            "failure {0} at message {1}", failures, handled);
                }
            }
        } finally {
            scheduled.set(false);
            schedule();
        }
    }
}
