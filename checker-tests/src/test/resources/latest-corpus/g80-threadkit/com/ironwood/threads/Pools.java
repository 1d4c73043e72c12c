package com.ironwood.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The pools of the process. */
public final class Pools {
    private static final CrashBook CRASHES = new CrashBook();
    private static final NamedFactory SHARED = new NamedFactory("shared", CRASHES);
    private static ExecutorService io;
    private static int requested;

    private Pools() {
    }

    public static synchronized ExecutorService io() {
        requested++;
        if (io == null) {
            io = Executors.newCachedThreadPool(SHARED);
        }
        return io;
    }

    public static ExecutorService fresh(int n) {
        return Executors.newFixedThreadPool(n, SHARED);
    }

    /** A pool that measures its tasks; the hooks run on the worker threads. */
    public static ThreadPoolExecutor measured(int n) {
        return new Measured(n);
    }

    private static final class Measured extends ThreadPoolExecutor {
        private final ThreadLocal<Long> start = new ThreadLocal<>();
        private final AtomicLong nanos = new AtomicLong();
        private int failed;

        Measured(int n) {
            super(n, n, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SHARED);
        }

        @Override
        protected void beforeExecute(Thread t, Runnable r) {
            start.set(System.nanoTime());
        }

        @Override
        protected void afterExecute(Runnable r, Throwable t) {
            nanos.addAndGet(System.nanoTime() - start.get());
            if (t != null) {
                failed++; // RACE read-modify-write #3
            }
        }

        @Override
        protected void terminated() {
            System.out.println(failed + " failed, " + nanos + " ns, " + getCompletedTaskCount() + " done");
        }
    }

    static synchronized int requested() {
        return requested;
    }
}
