package actors.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** At most one thread at a time runs {@link #receive}. */
public abstract class Actor<M> {
    private final Queue<M> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor executor;
    private int batches;

    protected Actor(Executor executor) {
        this.executor = executor;
    }

    protected abstract void receive(M message);

    public final void tell(M message) {
        mailbox.add(message);
        trySchedule();
    }

    private void trySchedule() {
        if (!mailbox.isEmpty() && scheduled.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            batches++;
            M m;
            int n = 0;
            while (n++ < 100 && (m = mailbox.poll()) != null) {
                receive(m);
            }
        } finally {
            scheduled.set(false);
            trySchedule();
        }
    }
}
