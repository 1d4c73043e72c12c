package io.beacon.discovery;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Falls back to polling when push is not available. */
public final class RegistryPoller {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Supplier<List<Endpoint>> source;
    private final ServiceDirectory directory;
    private volatile int rounds;
    private int emptyRounds;

    public RegistryPoller(Supplier<List<Endpoint>> source, ServiceDirectory directory) {
        this.source = source;
        this.directory = directory;
    }

    public void start(long periodMillis) {
        timer.scheduleAtFixedRate(this::poll, 0, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void poll() {
        List<Endpoint> found = source.get();
        rounds++;
        if (found.isEmpty()) {
            emptyRounds++;
            return;
        }
        emptyRounds = 0;
        directory.onSnapshot(found, rounds);
    }

    public int rounds() {
        return rounds;
    }
}
