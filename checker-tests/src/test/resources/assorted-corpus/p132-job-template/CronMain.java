package cron.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class CronMain {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
    private final CleanupJob cleanup = new CleanupJob();
    private final HeartbeatJob heartbeat = new HeartbeatJob();

    public void start() {
        pool.scheduleAtFixedRate(cleanup, 0, 1, TimeUnit.HOURS);
        pool.scheduleAtFixedRate(heartbeat, 0, 1, TimeUnit.SECONDS);
    }

    /** Console command. */
    public void cleanupNow() {
        pool.execute(cleanup);
    }

    public void report(String name) {
        pool.execute(new ReportJob(name));
    }
}
