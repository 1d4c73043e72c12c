package org.example.activemq.thread;

import java.util.concurrent.Executor;

/** Runs a task on a pool, one run at a time, however often it is woken up. */
public class PooledTaskRunner {

    /** Unit of work; returns true when there is more to do. */
    public interface Task {
        boolean iterate();
    }

    private final int maxIterationsPerRun;
    private final Executor executor;
    private final Task task;
    private final Runnable runable;
    private boolean queued;
    private boolean shutdown;
    private boolean iterating;
    private Thread runningThread;

    public PooledTaskRunner(Executor executor, Task task, int maxIterationsPerRun) {
        this.executor = executor;
        this.maxIterationsPerRun = maxIterationsPerRun;
        this.task = task;
        this.runable = () -> runTask();
    }

    public void wakeup() {
        synchronized (runable) {
            if (queued || shutdown) {
                return;
            }
            queued = true;
            if (!iterating) {
                executor.execute(runable);
            }
        }
    }

    public void shutdown(long timeout) throws InterruptedException {
        synchronized (runable) {
            shutdown = true;
            if (runningThread != Thread.currentThread() && iterating) {
                runable.wait(timeout);
            }
        }
    }

    final void runTask() {
        synchronized (runable) {
            queued = false;
            if (shutdown) {
                iterating = false;
                runable.notifyAll();
                return;
            }
            iterating = true;
            runningThread = Thread.currentThread();
        }
        boolean done = false;
        try {
            for (int i = 0; i < maxIterationsPerRun; i++) {
                if (!task.iterate()) {
                    done = true;
                    break;
                }
            }
        } finally {
            synchronized (runable) {
                iterating = false;
                runningThread = null;
                runable.notifyAll();
                if (!shutdown && (queued || !done)) {
                    queued = true;
                    executor.execute(runable);
                }
            }
        }
    }
}
