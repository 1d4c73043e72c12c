package org.anvil.pool;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/** A small growing thread pool. */
public final class MiniPool implements Executor {
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final ReentrantLock mainLock = new ReentrantLock();
    private final Set<Worker> workers = new HashSet<>();
    private final ThreadFactory factory;
    private final int max;
    private long completed;
    private int largest;
    private volatile boolean shutdown;
    private volatile int busy;

    public MiniPool(int max, ThreadFactory factory) {
        this.max = max;
        this.factory = factory;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown) {
            throw new RejectedExecutionException();
        }
        work.add(task);
        grow();
    }

    private void grow() {
        mainLock.lock();
        try {
            if (workers.size() < max) {
                Worker w = new Worker();
                workers.add(w);
                if (workers.size() > largest) {
                    largest = workers.size();
                }
                factory.newThread(w).start();
            }
        } finally {
            mainLock.unlock();
        }
    }

    private final class Worker implements Runnable {
        private volatile long done;
        private Throwable lastFailure;

        @Override
        public void run() {
            try {
                while (!shutdown) {
                    Runnable r = work.take();
                    busy++; // RACE atomic-compound
                    try {
                        r.run();
                    } catch (RuntimeException e) {
                        lastFailure = e;
                    } finally {
                        busy--; // RACE atomic-compound
                        done++;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exit(this);
            }
        }
    }

    private void exit(Worker w) {
        mainLock.lock();
        try {
            completed += w.done;
            workers.remove(w);
        } finally {
            mainLock.unlock();
        }
    }

    public long completedTasks() {
        mainLock.lock();
        try {
            long n = completed;
            for (Worker w : workers) {
                n += w.done;
            }
            return n;
        } finally {
            mainLock.unlock();
        }
    }

    public int busy() {
        return busy;
    }

    public void shutdown() {
        shutdown = true;
    }
}
