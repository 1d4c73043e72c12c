package org.example.eureka.registry;

import java.util.Map;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles all registry requests from eureka clients. */
public class InstanceRegistry {

    private static final Logger logger = LoggerFactory.getLogger(InstanceRegistry.class);

    private final ConcurrentHashMap<String, Map<String, Lease>> registry = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
    private final Lock read = readWriteLock.readLock();
    private final Lock write = readWriteLock.writeLock();
    protected final Object lock = new Object();

    protected volatile int expectedClients;
    protected volatile int renewsPerMinThreshold;
    private int overrides;
    private long cancellations;

    static final class Lease {
        private volatile long evictionTimestamp;
        private volatile long lastUpdate = System.currentTimeMillis();

        void renew() {
            lastUpdate = System.currentTimeMillis();
        }

        void cancel() {
            if (evictionTimestamp <= 0) {
                evictionTimestamp = System.currentTimeMillis();
            }
        }

        boolean isExpired(long ms) {
            return evictionTimestamp > 0 || System.currentTimeMillis() > lastUpdate + ms;
        }
    }

    public void register(String app, String id) {
        read.lock();
        try {
            Map<String, Lease> leases = registry.get(app);
            if (leases == null) {
                Map<String, Lease> fresh = new ConcurrentHashMap<>();
                leases = registry.putIfAbsent(app, fresh);
                if (leases == null) {
                    leases = fresh;
                }
            }
            if (leases.put(id, new Lease()) == null) {
                synchronized (lock) {
                    expectedClients = expectedClients + 1;
                    updateRenewsPerMinThreshold();
                }
            }
        } finally {
            read.unlock();
        }
    }

    /** Requests and the eviction timer come here. */
    public boolean internalCancel(String app, String id) {
        read.lock();
        try {
            Map<String, Lease> leases = registry.get(app);
            Lease lease = leases == null ? null : leases.remove(id);
            cancellations++; // RACE wrong-lock
            if (lease == null) {
                return false;
            }
            lease.cancel();
            if (expectedClients > 0) { // RACE wrong-lock #1
                expectedClients = expectedClients - 1; // RACE wrong-lock #1
                synchronized (lock) {
                    updateRenewsPerMinThreshold();
                }
            }
            return true;
        } finally {
            read.unlock();
        }
    }

    public void storeOverride(String id, String status) {
        write.lock();
        try {
            overrides++;
            logger.debug("override {} {}", id, status);
        } finally {
            write.unlock();
        }
    }

    protected void updateRenewsPerMinThreshold() {
        renewsPerMinThreshold = (int) (expectedClients * 2 * 0.85);
    }

    class EvictionTask extends TimerTask {
        private long lastExecution;
        private int runs;

        @Override
        public void run() {
            lastExecution = System.nanoTime();
            runs++;
            registry.forEach((app, leases) -> leases.forEach((id, lease) -> {
                if (lease.isExpired(90_000)) {
                    internalCancel(app, id);
                }
            }));
            logger.debug("eviction run {} at {}, {} cancelled", runs, lastExecution, cancellations);
        }
    }
}
