package k61;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Processes its messages one at a time on a shared executor. */
public abstract class Actor<M> implements Runnable {
    private final Queue<M> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor executor;
    private int processedInBatch;

    protected Actor(Executor executor) {
        this.executor = executor;
    }

    public final void tell(M message) {
        mailbox.offer(message);
        trySchedule();
    }

    private void trySchedule() {
        if (!mailbox.isEmpty() && scheduled.compareAndSet(false, true)) {
            executor.execute(this);
        }
    }

    @Override
    public final void run() {
        try {
            processedInBatch = 0;
            M m;
            while (processedInBatch < 50 && (m = mailbox.poll()) != null) {
                processedInBatch++;
                onReceive(m);
            }
        } finally {
            scheduled.set(false);
            trySchedule();
        }
    }

    protected abstract void onReceive(M message);
}
