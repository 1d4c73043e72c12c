package org.spindle.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Executor that grows on demand, home-made. */
public class WorkQueue {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Throwable> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private final ThreadFactory factory;
    private final List<Thread> all = new ArrayList<>();
    private final int max;
    private int completed;
    private long sequence;

    public WorkQueue(int max, ThreadFactory factory) {
        this.max = max;
        this.factory = factory;
    }

    public void execute(Runnable r) {
        queue.add(r);
        if (idle.get() == 0) { // MAYBE
            grow();
        }
    }

    private void grow() {
        if (threads.get() < max) { // RACE atomic-compound #1
            threads.incrementAndGet(); // RACE atomic-compound #1
            Thread t = factory.newThread(new Worker(nextId()));
            synchronized (all) {
                all.add(t);
            }
            t.start();
        }
    }

    private synchronized long nextId() {
        return ++sequence;
    }

    boolean growSafely() {
        int n;
        do {
            n = threads.get();
            if (n >= max) {
                return false;
            }
        } while (!threads.compareAndSet(n, n + 1));
        Thread t = factory.newThread(new Worker(nextId()));
        synchronized (all) {
            all.add(t);
        }
        t.start();
        return true;
    }

    public void prestart() {
        if (!started.get()) { // RACE atomic-compound #2
            started.set(true); // RACE atomic-compound #2
            grow();
        }
    }

    public void prestartOnce() {
        if (!started.getAndSet(true)) {
            grow();
        }
    }

    private class Worker implements Runnable {
        private final long id;
        private int done;

        Worker(long id) {
            this.id = id;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    idle.incrementAndGet();
                    Runnable r;
                    try {
                        r = queue.take();
                    } finally {
                        idle.decrementAndGet();
                    }
                    try {
                        r.run();
                    } catch (RuntimeException e) {
                        errors.add(e);
                    }
                    done++;
                    completed++; // RACE rmw
                }
            } catch (InterruptedException e) {
                errors.add(new Exception("worker " + id + " ended after " + done, e));
            } finally {
                threads.decrementAndGet();
            }
        }
    }

    public int completed() {
        return completed;
    }
}
