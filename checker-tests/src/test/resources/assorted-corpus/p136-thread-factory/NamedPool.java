package org.steward.pools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Factories and handlers are called by all threads that submit, and by dying workers. */
public class NamedPool {
    static class NamedFactory implements ThreadFactory {
        private final String prefix;
        private int next = 1;

        NamedFactory(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Thread newThread(Runnable r) {
            Thread t = new Thread(r, prefix + "-" + next++); // RACE rmw
            t.setDaemon(true);
            return t;
        }
    }

    static class CountingFactory implements ThreadFactory {
        private final AtomicInteger next = new AtomicInteger();
        private final List<Thread> created = new ArrayList<>();

        @Override
        public Thread newThread(Runnable r) {
            Thread t = new Thread(r, "c-" + next.incrementAndGet());
            synchronized (created) {
                created.add(t);
            }
            return t;
        }
    }

    static class Dropper implements RejectedExecutionHandler {
        private int dropped;
        private final Map<String, Integer> byClass = new HashMap<>();

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            dropped++; // RACE rmw
            synchronized (byClass) {
                byClass.merge(r.getClass().getName(), 1, Integer::sum);
            }
        }
    }

    /** Hooks run in the worker threads. */
    static class Measured extends ThreadPoolExecutor {
        private final ThreadLocal<Long> begin = new ThreadLocal<>();
        private long totalNanos;
        private int terminatedHooks;
        private int active;

        Measured(int n) {
            super(n, 2 * n, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(100), new NamedFactory("m"), new Dropper());
        }

        @Override
        protected void beforeExecute(Thread t, Runnable r) {
            begin.set(System.nanoTime());
            synchronized (this) {
                active++;
            }
        }

        @Override
        protected void afterExecute(Runnable r, Throwable t) {
            totalNanos += System.nanoTime() - begin.get(); // RACE rmw
            synchronized (this) {
                active--;
            }
        }

        /** Called once. */
        @Override
        protected void terminated() {
            terminatedHooks++;
        }
    }

    public static ExecutorService create(int n) {
        return new Measured(n);
    }

    public static ExecutorService plain() {
        return new ThreadPoolExecutor(1, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new CountingFactory());
    }
}
