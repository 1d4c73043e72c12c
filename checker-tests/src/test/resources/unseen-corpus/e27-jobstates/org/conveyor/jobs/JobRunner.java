package org.conveyor.jobs;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

public class JobRunner {
    private final BlockingQueue<JobRecord> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger finished = new AtomicInteger();
    private int cancelled;

    public void submit(JobRecord job) {
        queue.add(job);
    }

    public void start(ExecutorService pool, int workers) {
        for (int i = 0; i < workers; i++) {
            pool.execute(this::loop);
        }
    }

    private void loop() {
        int mine = 0;
        JobRecord job;
        while ((job = queue.poll()) != null) {
            if (!job.begin()) {
                cancelled++; // RACE rmw
                continue;
            }
            if (job.finish()) {
                mine++;
            }
        }
        finished.addAndGet(mine);
    }

    public int finished() {
        return finished.get();
    }

    public int cancelled() {
        return cancelled;
    }
}
