package eventexecutor;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Executes all submitted tasks in one thread which is started on first use. */
public class SerialEventExecutor {

    private static final int ST_NOT_STARTED = 1;
    private static final int ST_STARTED = 2;
    private static final int ST_SHUTTING_DOWN = 3;
    private static final int ST_TERMINATED = 4;

    private static final AtomicIntegerFieldUpdater<SerialEventExecutor> STATE =
            AtomicIntegerFieldUpdater.newUpdater(SerialEventExecutor.class, "state");

    private final BlockingQueue<Runnable> taskQueue = new LinkedBlockingQueue<>();
    private final Queue<Runnable> tailTasks = new ArrayDeque<>();
    private final ThreadFactory threadFactory;
    private final CountDownLatch terminated = new CountDownLatch(1);
    private volatile int state = ST_NOT_STARTED;
    private volatile Thread thread;
    private long executed;
    private int failures;

    public SerialEventExecutor(ThreadFactory threadFactory) {
        this.threadFactory = threadFactory;
    }

    public boolean inEventLoop() {
        return Thread.currentThread() == thread;
    }

    public void execute(Runnable task) {
        if (state >= ST_SHUTTING_DOWN) { // MAYBE
            throw new RejectedExecutionException("executor shut down");
        }
        taskQueue.add(task);
        if (!inEventLoop()) {
            startThread();
        }
    }

    /** Runs the task after the current batch. Must be called from the event loop. */
    public void executeLater(Runnable task) {
        if (!inEventLoop()) {
            throw new IllegalStateException("not in event loop");
        }
        tailTasks.add(task);
    }

    private void startThread() {
        if (STATE.get(this) == ST_NOT_STARTED) {
            if (STATE.compareAndSet(this, ST_NOT_STARTED, ST_STARTED)) {
                threadFactory.newThread(this::run).start();
            }
        }
    }

    private void run() {
        thread = Thread.currentThread();
        try {
            while (state < ST_SHUTTING_DOWN || !taskQueue.isEmpty()) {
                runTask(taskQueue.take());
                Runnable tail;
                while (taskQueue.isEmpty() && (tail = tailTasks.poll()) != null) {
                    runTask(tail);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            STATE.set(this, ST_TERMINATED);
            terminated.countDown();
        }
    }

    private void runTask(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failures++;
        }
        executed++;
    }

    public void shutdown() {
        int old = STATE.get(this); // RACE atomic-get-then-set #1
        if (old >= ST_SHUTTING_DOWN) { // RACE atomic-get-then-set #1
            return;
        }
        STATE.set(this, ST_SHUTTING_DOWN); // RACE atomic-get-then-set #1
        if (old == ST_NOT_STARTED) {
            STATE.set(this, ST_TERMINATED); // RACE atomic-get-then-set #1
            terminated.countDown();
        } else {
            taskQueue.add(() -> { });
        }
    }

    public void awaitTermination() throws InterruptedException {
        terminated.await();
    }

    public String report() throws InterruptedException {
        terminated.await();
        return executed + " executed, " + failures + " failed";
    }
}
