package com.edgeward.throttle;

import java.util.concurrent.TimeUnit;
import net.jcip.annotations.GuardedBy;
import net.jcip.annotations.ThreadSafe;

/**
 * Token bucket. Blocking and non-blocking use may be mixed.
 */
@ThreadSafe
public class TokenBucket {

    private final double capacity;
    private final double perNano;
    private final Object mutex = new Object();

    @GuardedBy("mutex")
    private double stored;
    @GuardedBy("mutex")
    private long nextFree = System.nanoTime();
    @GuardedBy("mutex")
    private long granted;
    private volatile long lastGrant;

    public TokenBucket(double capacity, double perSecond) {
        this.capacity = capacity;
        this.perNano = perSecond / TimeUnit.SECONDS.toNanos(1);
        this.stored = capacity;
    }

    public void acquire(int permits) throws InterruptedException {
        long wait = reserve(permits);
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private long reserve(int permits) {
        synchronized (mutex) {
            long now = System.nanoTime();
            resync(now);
            long wait = Math.max(0, nextFree - now);
            take(permits);
            return wait;
        }
    }

    public boolean tryAcquire(int permits, long timeout, TimeUnit unit) throws InterruptedException {
        long wait;
        synchronized (mutex) {
            long now = System.nanoTime();
            resync(now);
            wait = nextFree - now;
            if (wait > unit.toNanos(timeout)) {
                return false;
            }
            take(permits);
        }
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return true;
    }

    /** How many permits could be had without waiting. */
    public double available() {
        TokenState s = peek(System.nanoTime());
        return s.stored;
    }

    private TokenState peek(long now) {
        synchronized (mutex) {
            resync(now);
            return new TokenState(stored, nextFree);
        }
    }

    /** Gives permits back that were not used. */
    public void refund(int permits) {
        stored = Math.min(capacity, stored + permits); // RACE rmw
    }

    private void take(int permits) {
        double spend = Math.min(permits, stored);
        double fresh = permits - spend;
        stored -= spend;
        nextFree += (long) (fresh / perNano);
        granted += permits;
        lastGrant = System.currentTimeMillis();
    }

    private void resync(long now) {
        if (now > nextFree) {
            stored = Math.min(capacity, stored + (now - nextFree) * perNano);
            nextFree = now;
        }
    }

    public long getGranted() {
        synchronized (mutex) {
            return granted;
        }
    }

    public long getLastGrant() {
        return lastGrant;
    }

    private static final class TokenState {
        private final double stored;
        private final long nextFree;

        TokenState(double stored, long nextFree) {
            this.stored = stored;
            this.nextFree = nextFree;
        }

        @Override
        public String toString() {
            return stored + "@" + nextFree;
        }
    }
}
