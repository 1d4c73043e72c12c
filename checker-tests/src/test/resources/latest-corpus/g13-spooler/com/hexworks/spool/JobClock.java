package com.hexworks.spool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs named jobs periodically on a small pool. */
public class JobClock {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    public synchronized void every(String name, long seconds, Runnable body) {
        Job job = new Job(name, body);
        Job old = jobs.put(name, job);
        if (old != null) {
            old.cancel();
        }
        job.handle = pool.scheduleAtFixedRate(job, seconds, seconds, TimeUnit.SECONDS);
    }

    /** Starts the job now, beside its period. */
    public void poke(String name) {
        Job job = jobs.get(name);
        if (job != null) {
            pool.execute(job);
        }
    }

    public synchronized boolean drop(String name) {
        Job job = jobs.remove(name);
        if (job == null) {
            return false;
        }
        job.cancel();
        return true;
    }

    public String report() {
        StringBuilder sb = new StringBuilder();
        jobs.forEach((k, j) -> sb.append(k).append(": ").append(j.runs).append('\n'));
        return sb.toString();
    }

    private static final class Job implements Runnable {
        final String name;
        final Runnable body;
        final AtomicBoolean busy = new AtomicBoolean();
        volatile ScheduledFuture<?> handle;
        volatile long runs;
        volatile long overlaps;
        private long longest;

        Job(String name, Runnable body) {
            this.name = name;
            this.body = body;
        }

        @Override
        public void run() {
            if (!busy.compareAndSet(false, true)) {
                overlaps++; // RACE read-modify-write #2
                return;
            }
            long t0 = System.nanoTime();
            try {
                body.run();
                runs++;
            } finally {
                longest = Math.max(longest, System.nanoTime() - t0);
                busy.set(false);
            }
        }

        void cancel() {
            ScheduledFuture<?> h = handle;
            if (h != null) {
                h.cancel(false);
            }
        }
    }
}
