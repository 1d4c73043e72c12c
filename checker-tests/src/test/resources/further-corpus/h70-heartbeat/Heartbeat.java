package heartbeat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a coordinator that this process lives. Components call {@link #start()} when they come up,
 * whoever is first starts the beat.
 */
public class Heartbeat implements AutoCloseable {

    public interface Coordinator {
        boolean beat(String node, long sequence);
    }

    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean suspended = new AtomicBoolean();
    private final AtomicInteger missed = new AtomicInteger();
    private final AtomicReference<ScheduledFuture<?>> watchdog = new AtomicReference<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final Coordinator coordinator;
    private final String node;
    private long sequence;
    private volatile Runnable onLost = () -> { };

    public Heartbeat(String node, Coordinator coordinator) {
        this.node = node;
        this.coordinator = coordinator;
    }

    public void start() {
        if (!started.get()) { // RACE atomic-get-then-set #1
            started.set(true); // RACE atomic-get-then-set #1
            scheduler.scheduleWithFixedDelay(this::beat, 0, 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void beat() {
        if (suspended.get()) {
            return;
        }
        sequence++;
        if (coordinator.beat(node, sequence)) {
            missed.set(0);
        } else if (missed.incrementAndGet() == 3) {
            onLost.run();
        }
    }

    public void watch(long seconds) {
        ScheduledFuture<?> next = scheduler.schedule(() -> onLost.run(), seconds, TimeUnit.SECONDS);
        ScheduledFuture<?> old = watchdog.getAndSet(next);
        if (old != null) {
            old.cancel(false);
        }
    }

    public boolean suspend() {
        return suspended.compareAndSet(false, true);
    }

    public boolean resume() {
        boolean was = suspended.getAndSet(false);
        if (was) {
            missed.set(0); // MAYBE
        }
        return was;
    }

    public void toggle() {
        boolean now;
        do {
            now = suspended.get();
        } while (!suspended.compareAndSet(now, !now));
    }

    public void onLost(Runnable action) {
        this.onLost = action;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        scheduler.shutdownNow();
    }

    public synchronized long sequence() {
        return sequence;
    }
}
