package org.searchgrid.breaker;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Accounts the bytes that requests reserve, all of them at once on the transport threads. */
public class MemoryBreaker {

    /** Thrown when a reservation does not fit. */
    public static class BreakingException extends RuntimeException {
        public BreakingException(String msg) {
            super(msg);
        }
    }

    private final String name;
    private final long limit;
    private final double overhead;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong tripped = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final Parent parent;

    public MemoryBreaker(String name, long limit, double overhead, Parent parent) {
        this.name = name;
        this.limit = limit;
        this.overhead = overhead;
        this.parent = parent;
    }

    public double addEstimate(long bytes, String label) {
        long newUsed = limit == -1 ? noLimit(bytes) : limited(bytes, label);
        try {
            parent.checkParentLimit((long) (bytes * overhead), label);
        } catch (BreakingException e) {
            used.addAndGet(-bytes);
            throw e;
        }
        notePeak(newUsed);
        return newUsed;
    }

    private long noLimit(long bytes) {
        return used.addAndGet(bytes);
    }

    private long limited(long bytes, String label) {
        long current;
        long next;
        do {
            current = used.get();
            next = current + bytes;
            long withOverhead = (long) (next * overhead);
            if (withOverhead > limit) {
                tripped.incrementAndGet();
                throw new BreakingException("[" + name + "] Data too large, for [" + label + "]: " + withOverhead);
            }
        } while (!used.compareAndSet(current, next));
        return next;
    }

    private void notePeak(long value) {
        long seen = peak.get();
        while (seen < value) {
            long witness = peak.compareAndExchange(seen, value);
            if (witness == seen) {
                break;
            }
            seen = witness;
        }
    }

    public long release(long bytes) {
        long u = used.addAndGet(-bytes);
        if (u < 0) {
            throw new IllegalStateException("Used bytes: [" + u + "] must be >= 0");
        }
        return u;
    }

    public long getUsed() {
        return used.get();
    }

    public long getPeak() {
        return peak.getAndSet(used.get()); // MAYBE
    }

    /** Sum of all the breakers. */
    public static class Parent {
        private final List<AtomicLong> children;
        private final long limit;
        private final AtomicLong tripped = new AtomicLong();

        public Parent(List<AtomicLong> children, long limit) {
            this.children = List.copyOf(children);
            this.limit = limit;
        }

        void checkParentLimit(long more, String label) {
            long total = more;
            for (AtomicLong c : children) {
                total += c.get();
            }
            if (total > limit) {
                tripped.incrementAndGet();
                throw new BreakingException("[parent] Data too large, for [" + label + "]");
            }
        }
    }
}
