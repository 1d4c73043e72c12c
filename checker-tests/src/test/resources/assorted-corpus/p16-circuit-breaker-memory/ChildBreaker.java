package org.elastiq.breaker;

import java.util.concurrent.atomic.AtomicLong;

/** Adds up estimated bytes and refuses what would go over the limit. Shared by all requests of a node. */
public class ChildBreaker {

    public static class BreakingException extends RuntimeException {
        BreakingException(String message) {
            super(message);
        }
    }

    private final String name;
    private volatile long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong trippedCount = new AtomicLong();
    private volatile double overhead = 1.0;
    private final ParentService parent;

    public ChildBreaker(String name, long limit, ParentService parent) {
        this.name = name;
        this.limit = limit;
        this.parent = parent;
    }

    public void circuitBreak(String field, long bytesNeeded) {
        trippedCount.incrementAndGet();
        throw new BreakingException("[" + name + "] data for [" + field + "] would be " + bytesNeeded);
    }

    public long addEstimateBytesAndMaybeBreak(long bytes, String label) {
        long newUsed;
        if (limit == 0) {
            circuitBreak(label, bytes);
        }
        if (limit == -1) {
            newUsed = used.addAndGet(bytes);
        } else {
            newUsed = limit(bytes, label);
        }
        try {
            parent.check(label);
        } catch (BreakingException e) {
            addWithoutBreaking(-bytes);
            throw e;
        }
        return newUsed;
    }

    private long limit(long bytes, String label) {
        long newUsed;
        long current;
        do {
            current = used.get();
            newUsed = current + bytes;
            if (limit > 0 && (long) (newUsed * overhead) > limit) {
                circuitBreak(label, newUsed);
            }
        } while (!used.compareAndSet(current, newUsed));
        return newUsed;
    }

    public long addWithoutBreaking(long bytes) {
        return used.addAndGet(bytes);
    }

    /** Settings update; one thread applies cluster state. */
    public void setLimit(long limit, double overhead) {
        this.limit = limit;
        this.overhead = overhead;
    }

    public long getUsed() {
        return used.get();
    }

    public static class ParentService {
        private final AtomicLong trips = new AtomicLong();
        private final long limit;
        private volatile ChildBreaker[] children = new ChildBreaker[0];

        public ParentService(long limit) {
            this.limit = limit;
        }

        public synchronized void register(ChildBreaker breaker) {
            ChildBreaker[] copy = java.util.Arrays.copyOf(children, children.length + 1);
            copy[children.length] = breaker;
            children = copy;
        }

        void check(String label) {
            long total = 0;
            for (ChildBreaker c : children) {
                total += c.getUsed();
            }
            if (total > limit) {
                trips.incrementAndGet();
                throw new BreakingException("[parent] " + label + " " + total);
            }
        }
    }
}
