package drain;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Mailbox that runs its handler for one message at a time; any thread may tell. */
public class SerialMailbox<M> implements Runnable {

    private final Queue<M> messages = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicLong told = new AtomicLong();
    private final Executor executor;
    private final Consumer<? super M> handler;
    private int throughput = 32;
    private long handled;

    public SerialMailbox(Executor executor, Consumer<? super M> handler) {
        this.executor = executor;
        this.handler = handler;
    }

    public void tell(M message) {
        messages.add(message);
        told.incrementAndGet();
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this);
        }
    }

    /** Tells a message ahead of an executor hop when the mailbox is idle. */
    public void tellInline(M message) {
        messages.add(message);
        told.incrementAndGet();
        if (!scheduled.get()) { // RACE atomic-compound #1
            scheduled.set(true); // RACE atomic-compound #1
            run();
        }
    }

    @Override
    public void run() {
        try {
            M m;
            for (int i = 0; i < throughput && (m = messages.poll()) != null; i++) {
                handler.accept(m);
                handled++; // MAYBE
            }
        } finally {
            scheduled.set(false);
            if (!messages.isEmpty()) {
                schedule();
            }
        }
    }

    public long backlog() {
        return told.get() - messages.size();
    }
}
