package org.example.core.jobs;

public abstract class InternalJob {
    static final int NONE = 0;
    static final int WAITING = 1;
    static final int RUNNING = 2;

    int state;
    boolean reschedule;
    long waitQueueStamp;
    int errors;
    /** Nesting of rules; only touched by the job itself while it runs. */
    int depth;

    protected abstract void run(JobManager manager) throws Exception;
}

class Worker extends Thread {
    private final JobManager manager;
    private int jobsRun;

    Worker(JobManager manager) {
        super("Worker");
        this.manager = manager;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (true) {
                InternalJob job = manager.startJob();
                jobsRun++;
                Throwable error = null;
                try {
                    manager.beginRule(job);
                    job.run(manager);
                } catch (Throwable t) {
                    error = t;
                } finally {
                    job.depth--;
                    manager.endJob(job, error);
                }
            }
        } catch (InterruptedException e) {
            System.getLogger("jobs").log(System.Logger.Level.DEBUG, "worker leaves after {0}", jobsRun);
        } finally {
            manager.workerDied();
        }
    }
}
