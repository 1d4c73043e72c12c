package org.conveyor.jobs;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** A job's life; runners, the canceller and the timeout watchdog all try to move it on. */
public class JobRecord {
    public enum Status { QUEUED, RUNNING, DONE, CANCELLED, TIMED_OUT }

    private static final AtomicReferenceFieldUpdater<JobRecord, Status> STATUS =
        AtomicReferenceFieldUpdater.newUpdater(JobRecord.class, Status.class, "status");

    private final String name;
    private volatile Status status = Status.QUEUED;
    private volatile Thread runner;
    private volatile int attempts;
    private volatile boolean archived;

    public JobRecord(String name) {
        this.name = name;
    }

    /** Only the thread that wins the transition runs the job. */
    public boolean begin() {
        if (STATUS.compareAndSet(this, Status.QUEUED, Status.RUNNING)) {
            runner = Thread.currentThread();
            return true;
        }
        return false;
    }

    public boolean finish() {
        return STATUS.compareAndSet(this, Status.RUNNING, Status.DONE);
    }

    public boolean cancel() {
        while (true) {
            Status s = status;
            if (s != Status.QUEUED && s != Status.RUNNING) {
                return false;
            }
            if (STATUS.compareAndSet(this, s, Status.CANCELLED)) {
                Thread t = runner;
                if (t != null) {
                    t.interrupt();
                }
                return true;
            }
        }
    }

    public void timeout() {
        if (status == Status.RUNNING) { // RACE atomic-compound #1
            status = Status.TIMED_OUT; // RACE atomic-compound #1
        }
    }

    public void requeue() {
        if (STATUS.compareAndSet(this, Status.TIMED_OUT, Status.QUEUED)) {
            synchronized (this) {
                attempts++;
            }
        }
    }

    public boolean archive() {
        if (archived) { // RACE atomic-compound #2
            return false;
        }
        archived = true; // RACE atomic-compound #2
        return true;
    }

    public int attempts() {
        return attempts;
    }

    @Override
    public String toString() {
        return name + ' ' + status;
    }
}
