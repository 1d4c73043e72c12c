package r13stocksync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Pulls stock levels from the warehouse and pushes reservations to it, both every few seconds. */
public class StockSync {

    public interface Warehouse {
        String pull() throws Exception;

        void push(String reservation) throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(StockSync.class.getName());

    private final Warehouse warehouse;
    private final ScheduledExecutorService scheduler;
    private final Deque<String> open = new ArrayDeque<>();
    private int errors;
    private int pulls;
    private int pushes;

    public StockSync(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.scheduler = Executors.newScheduledThreadPool(2);
    }

    public void start() {
        scheduler.scheduleWithFixedDelay(() -> guarded(this::pull), 0, 2, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> guarded(this::push), 1, 3, TimeUnit.SECONDS);
    }

    public void reserve(String reservation) {
        synchronized (open) {
            open.addLast(reservation);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            errors++; // RACE rmw
            LOG.log(Level.WARNING, "sync failed", e);
        }
    }

    private void pull() throws Exception {
        pulls++;
        String level = warehouse.pull();
        LOG.fine(() -> "level " + level + " in pull " + pulls);
    }

    private void push() throws Exception {
        String next;
        synchronized (open) {
            next = open.pollFirst();
        }
        if (next != null) {
            warehouse.push(next);
            pushes++;
        }
    }

    public void stop() throws InterruptedException {
        scheduler.shutdown();
        if (scheduler.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.info("pulls=" + pulls + " pushes=" + pushes + " errors=" + errors);
        }
    }
}
