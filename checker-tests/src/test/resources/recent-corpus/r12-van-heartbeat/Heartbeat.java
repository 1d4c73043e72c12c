package r12vanheartbeat;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/** Pings one van; goes off line after five misses. */
final class Heartbeat implements Runnable {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int MAX_MISSES = 5;

    private final String van;
    private final BooleanSupplier ping;
    private final Clock clock;
    private volatile ScheduledFuture<?> self;
    private volatile boolean online = true;
    private int misses;
    private long beats;
    private long lastMillis;

    Heartbeat(String van, BooleanSupplier ping, Clock clock) {
        this.van = van;
        this.ping = ping;
        this.clock = clock;
    }

    @Override
    public void run() {
        beats++;
        long now = clock.millis();
        if (ping.getAsBoolean()) {
            misses = 0;
            online = true;
        } else {
            misses++;
        }
        if (misses >= MAX_MISSES && online) {
            online = false;
            LOG.warning(van + " off line after " + beats + " beats, last gap " + (now - lastMillis));
        }
        lastMillis = now;
        if (misses > 10 * MAX_MISSES && self != null) {
            self.cancel(false);
        }
    }

    boolean isOnline() {
        return online;
    }

    static final class Fleet implements AutoCloseable {
        private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(8);

        Heartbeat watch(String van, BooleanSupplier ping) {
            Heartbeat heartbeat = new Heartbeat(van, ping, Clock.systemUTC());
            heartbeat.self = scheduler.scheduleAtFixedRate(heartbeat, 1, 5, TimeUnit.SECONDS);
            return heartbeat;
        }

        @Override
        public void close() {
            scheduler.shutdownNow();
        }
    }
}
