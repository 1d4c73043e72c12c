package org.columnar.concurrent;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounded stage over a shared worker pool. The number of free work permits (upper half) and of queued
 * tasks (lower half) share one word.
 */
public class StageExecutor implements Executor {

    private final AtomicLong permits = new AtomicLong();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Executor pool;
    private final int maxTasks;
    private final AtomicLong completed = new AtomicLong();
    private volatile long blocked;

    public StageExecutor(Executor pool, int workers, int maxTasks) {
        this.pool = pool;
        this.maxTasks = maxTasks;
        this.permits.set(combine(0, workers));
    }

    private static long combine(int tasks, int work) {
        return ((long) work << 32) | tasks;
    }

    private static int taskPermits(long both) {
        return (int) both;
    }

    private static int workPermits(long both) {
        return (int) (both >>> 32);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        for (;;) {
            long cur = permits.get();
            int queued = taskPermits(cur);
            if (permits.compareAndSet(cur, combine(queued + 1, workPermits(cur)))) {
                if (queued >= maxTasks) {
                    blocked = blocked + 1; // RACE atomic-compound
                    Thread.yield();
                }
                break;
            }
        }
        maybeSchedule();
    }

    private void maybeSchedule() {
        if (takeWorkPermit()) {
            pool.execute(this::drain);
        }
    }

    private boolean takeWorkPermit() {
        while (true) {
            long cur = permits.get();
            int work = workPermits(cur);
            if (work == 0 || taskPermits(cur) == 0) {
                return false;
            }
            if (permits.compareAndSet(cur, combine(taskPermits(cur) - 1, work - 1))) {
                return true;
            }
        }
    }

    private void returnWorkPermit() {
        long cur = permits.get(); // RACE atomic-compound #1
        int work = workPermits(cur);
        permits.set(combine(taskPermits(cur), work + 1)); // RACE atomic-compound #1
    }

    private boolean takeTaskPermit() {
        long before = permits.getAndUpdate(cur -> taskPermits(cur) > 0 ? cur - 1 : cur);
        return taskPermits(before) > 0;
    }

    private void drain() {
        long done = 0;
        try {
            do {
                Runnable r = tasks.poll();
                if (r != null) {
                    r.run();
                    done++;
                }
            } while (takeTaskPermit());
        } finally {
            completed.addAndGet(done);
            returnWorkPermit();
        }
        maybeSchedule();
    }

    public long getCompleted() {
        return completed.get();
    }

    public long getBlocked() {
        return blocked;
    }
}
