package v11ribbonserverstats;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class ServerStats {
    private final String server;
    private final AtomicInteger successiveConnectionFailureCount = new AtomicInteger();
    private final AtomicLong circuitTrippedPeriod = new AtomicLong();
    private volatile long lastConnectionFailedTimestamp;
    private long responses;
    private double sum;

    ServerStats(String server) {
        this.server = server;
    }

    void incrementSuccessiveConnectionFailureCount() {
        lastConnectionFailedTimestamp = System.currentTimeMillis();
        if (successiveConnectionFailureCount.incrementAndGet() >= 3) {
            circuitTrippedPeriod.addAndGet(10_000);
        }
    }

    void clearSuccessiveConnectionFailureCount() {
        successiveConnectionFailureCount.set(0);
    }

    void noteResponseTime(double msecs) {
        responses++; // RACE rmw #2
        sum += msecs; // RACE rmw #3
    }

    boolean isCircuitBreakerTripped() {
        return lastConnectionFailedTimestamp + circuitTrippedPeriod.get() > System.currentTimeMillis();
    }

    @Override
    public String toString() {
        return server + ": " + (responses == 0 ? 0 : sum / responses);
    }
}

class ZoneStats {
    private final String zone;
    private int failures;

    ZoneStats(String zone) {
        this.zone = zone;
    }

    synchronized void failed() {
        failures++;
    }

    @Override
    public synchronized String toString() {
        return zone + "=" + failures;
    }
}
