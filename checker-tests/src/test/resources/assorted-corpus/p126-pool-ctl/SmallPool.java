package org.jtools.pool;

import java.util.HashSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Run state and worker count packed into one int, as in the JDK's pool. */
public class SmallPool {
    private static final int COUNT_BITS = 29;
    private static final int CAPACITY = (1 << COUNT_BITS) - 1;
    private static final int RUNNING = -1 << COUNT_BITS;
    private static final int SHUTDOWN = 0;

    private final AtomicInteger ctl = new AtomicInteger(RUNNING);
    private final BlockingQueue<Runnable> workQueue = new LinkedBlockingQueue<>(1000);
    private final ReentrantLock mainLock = new ReentrantLock();
    private final HashSet<Worker> workers = new HashSet<>();
    private int largestPoolSize;
    private long completedTaskCount;
    private final int core;

    public SmallPool(int core) {
        this.core = core;
    }

    private static int workerCountOf(int c) {
        return c & CAPACITY;
    }

    public void execute(Runnable command) {
        int c = ctl.get();
        if (workerCountOf(c) < core) {
            if (addWorker(command)) {
                return;
            }
            c = ctl.get();
        }
        if (c >= SHUTDOWN || !workQueue.offer(command)) {
            throw new java.util.concurrent.RejectedExecutionException();
        }
    }

    private boolean addWorker(Runnable first) {
        for (;;) {
            int c = ctl.get();
            if (c >= SHUTDOWN || workerCountOf(c) >= core) {
                return false;
            }
            if (ctl.compareAndSet(c, c + 1)) {
                break;
            }
        }
        Worker w = new Worker(first);
        mainLock.lock();
        try {
            workers.add(w);
            int s = workers.size();
            if (s > largestPoolSize) {
                largestPoolSize = s;
            }
        } finally {
            mainLock.unlock();
        }
        w.thread.start();
        return true;
    }

    private final class Worker implements Runnable {
        final Thread thread = new Thread(this);
        private Runnable firstTask;
        volatile long completedTasks;

        Worker(Runnable first) {
            this.firstTask = first;
        }

        @Override
        public void run() {
            Runnable task = firstTask;
            firstTask = null;
            try {
                while (task != null || (task = getTask()) != null) {
                    try {
                        task.run();
                    } finally {
                        task = null;
                        completedTasks++;
                    }
                }
            } finally {
                processExit(this);
            }
        }
    }

    private Runnable getTask() {
        for (;;) {
            if (ctl.get() >= SHUTDOWN && workQueue.isEmpty()) {
                ctl.decrementAndGet();
                return null;
            }
            try {
                Runnable r = workQueue.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (r != null) {
                    return r;
                }
            } catch (InterruptedException retry) {
                Thread.yield();
            }
        }
    }

    private void processExit(Worker w) {
        mainLock.lock();
        try {
            completedTaskCount += w.completedTasks;
            workers.remove(w);
        } finally {
            mainLock.unlock();
        }
    }

    public long getCompletedTaskCount() {
        final ReentrantLock lock = this.mainLock;
        lock.lock();
        try {
            long n = completedTaskCount;
            for (Worker w : workers) {
                n += w.completedTasks;
            }
            return n;
        } finally {
            lock.unlock();
        }
    }

    public void shutdown() {
        for (;;) {
            int c = ctl.get();
            if (c >= SHUTDOWN || ctl.compareAndSet(c, SHUTDOWN | workerCountOf(c))) {
                return;
            }
        }
    }
}
