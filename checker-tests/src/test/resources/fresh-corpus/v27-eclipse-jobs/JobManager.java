package org.example.core.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Central manager of background jobs; the lock protects the queues and the states of all jobs. */
public class JobManager {
    private final Object lock = new Object();
    private final PriorityQueue<InternalJob> waiting =
        new PriorityQueue<>(Comparator.comparingLong((InternalJob j) -> j.waitQueueStamp));
    private final Set<InternalJob> running = new HashSet<>();
    private final List<Runnable> idleListeners = new ArrayList<>();
    private long waitQueueCounter;
    private int finishedJobs;
    private int failures;
    private int workers;

    public void schedule(InternalJob job) {
        synchronized (lock) {
            if (job.state == InternalJob.RUNNING) {
                job.reschedule = true;
                return;
            }
            enqueue(job);
            if (workers < 4 && workers <= running.size()) {
                workers++;
                new Worker(this).start();
            }
            lock.notify();
        }
    }

    private void enqueue(InternalJob job) {
        job.state = InternalJob.WAITING;
        job.waitQueueStamp = waitQueueCounter++;
        waiting.add(job);
    }

    InternalJob startJob() throws InterruptedException {
        synchronized (lock) {
            while (waiting.isEmpty()) {
                lock.wait();
            }
            InternalJob j = waiting.poll();
            j.state = InternalJob.RUNNING;
            running.add(j);
            return j;
        }
    }

    void endJob(InternalJob job, Throwable error) {
        List<Runnable> toTell = List.of();
        synchronized (lock) {
            running.remove(job);
            job.state = InternalJob.NONE;
            if (job.reschedule) {
                job.reschedule = false;
                enqueue(job);
            }
            if (running.isEmpty() && waiting.isEmpty()) {
                toTell = new ArrayList<>(idleListeners);
            }
        }
        finishedJobs++; // RACE rmw
        if (error != null) {
            synchronized (job) {
                job.errors++;
                failures++; // RACE wrong-lock
            }
        }
        toTell.forEach(Runnable::run);
    }

    public void addIdleListener(Runnable r) {
        synchronized (lock) {
            if (!idleListeners.contains(r)) {
                idleListeners.add(r);
            }
        }
    }

    public void beginRule(InternalJob job) {
        job.depth++;
    }

    void workerDied() {
        synchronized (lock) {
            workers--;
        }
    }

    public String toString() {
        return finishedJobs + " finished, " + failures + " failed";
    }
}
