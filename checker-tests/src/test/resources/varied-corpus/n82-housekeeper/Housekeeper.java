package sys.house;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Periodic chores on a small pool. */
public class Housekeeper {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
    private final Map<String, Long> sizes = new HashMap<>();
    private int sweeps;
    private int probes;
    private int chores;
    private long freed;
    private boolean low;

    public void start() {
        pool.scheduleAtFixedRate(this::sweep, 0, 10, TimeUnit.SECONDS);
        pool.scheduleWithFixedDelay(this::probe, 0, 3, TimeUnit.SECONDS);
    }

    /** A periodic task never overlaps with itself. */
    private void sweep() {
        sweeps++;
        chores++; // RACE rmw #1
        long before = sizes.getOrDefault("tmp", 0L);
        long now = Math.max(0, before - 100);
        sizes.put("tmp", now);
        freed += before - now;
    }

    private void probe() {
        probes++;
        chores++; // RACE rmw #1
        low = Runtime.getRuntime().freeMemory() < 1 << 20;
        if (low && probes % 10 == 0) {
            System.gc();
        }
    }

    public void stop() {
        pool.shutdown();
    }

    @Override
    public String toString() {
        return sweeps + " sweeps, " + probes + " probes, " + chores + " chores, freed " + freed;
    }
}
