package channelsync;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs tasks one after the other without a thread of its own: the thread that finds the context idle
 * drains the queue.
 */
final class SyncContext implements Executor {

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Thread> draining = new AtomicReference<>();
    private final Thread.UncaughtExceptionHandler handler;

    SyncContext(Thread.UncaughtExceptionHandler handler) {
        this.handler = handler;
    }

    void drain() {
        do {
            if (!draining.compareAndSet(null, Thread.currentThread())) {
                return;
            }
            try {
                Runnable r;
                while ((r = queue.poll()) != null) {
                    try {
                        r.run();
                    } catch (Throwable t) {
                        handler.uncaughtException(Thread.currentThread(), t);
                    }
                }
            } finally {
                draining.set(null);
            }
        } while (!queue.isEmpty());
    }

    void later(Runnable r) {
        queue.add(r);
    }

    @Override
    public void execute(Runnable r) {
        later(r);
        drain();
    }

    void checkInside() {
        if (Thread.currentThread() != draining.get()) {
            throw new IllegalStateException("not in the context");
        }
    }
}
