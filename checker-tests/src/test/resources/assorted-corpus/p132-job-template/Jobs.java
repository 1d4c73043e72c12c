package cron.app;

import java.util.HashMap;
import java.util.Map;

abstract class AbstractJob implements Runnable {
    private volatile long lastStart;
    private volatile boolean failed;

    @Override
    public final void run() {
        lastStart = System.currentTimeMillis();
        try {
            work();
        } catch (RuntimeException e) {
            failed = true;
        }
    }

    protected abstract void work();

    long lastStart() {
        return lastStart;
    }
}

/** Periodic, and on demand from the console: runs of one object may overlap. */
class CleanupJob extends AbstractJob {
    private int runs;
    private final Map<String, Integer> removed = new HashMap<>();
    private long freed;

    @Override
    protected void work() {
        runs++; // RACE rmw
        for (String dir : new String[] {"tmp", "cache"}) {
            synchronized (removed) {
                removed.merge(dir, 1, Integer::sum);
                freed += dir.length();
            }
        }
    }
}

/** Periodic only. A periodic task does not overlap with itself. */
class HeartbeatJob extends AbstractJob {
    private int beats;
    private int missed;
    private long last;

    @Override
    protected void work() {
        beats++;
        long now = System.currentTimeMillis();
        if (last != 0 && now - last > 2000) {
            missed++;
        }
        last = now;
    }
}

/** A new object for each submission. */
class ReportJob extends AbstractJob {
    private final String name;
    private int lines;

    ReportJob(String name) {
        this.name = name;
    }

    @Override
    protected void work() {
        for (int i = 0; i < name.length(); i++) {
            lines++;
        }
    }
}
