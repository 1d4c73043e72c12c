package dev.quartzite.conc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Compact statistics without an object per counter. */
public class RequestStats {
    private static final VarHandle TOTAL;
    private static final VarHandle PEAK;
    private static final AtomicIntegerFieldUpdater<RequestStats> ACTIVE =
            AtomicIntegerFieldUpdater.newUpdater(RequestStats.class, "active");
    private static final AtomicLongFieldUpdater<RequestStats> ERRORS =
            AtomicLongFieldUpdater.newUpdater(RequestStats.class, "errors");

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            TOTAL = l.findVarHandle(RequestStats.class, "total", long.class);
            PEAK = l.findVarHandle(RequestStats.class, "peak", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile long total;
    private volatile int peak;
    private volatile int active;
    private volatile long errors;
    private final Spinlock spin = new Spinlock();
    private double mean;
    private long samples;

    public void begin() {
        TOTAL.getAndAdd(this, 1L);
        int now = ACTIVE.incrementAndGet(this);
        int p = (int) PEAK.getVolatile(this);
        if (now > p) {
            PEAK.setVolatile(this, now); // RACE atomic-get-then-set #1
        }
    }

    public void end(long micros) {
        ACTIVE.decrementAndGet(this);
        spin.lock();
        try {
            samples++;
            mean += (micros - mean) / samples;
        } finally {
            spin.unlock();
        }
    }

    public void error() {
        long e;
        do {
            e = errors;
        } while (!ERRORS.compareAndSet(this, e, e + 1));
    }

    /** Reads the error count and starts at zero. */
    public long takeErrors() {
        long e = ERRORS.get(this);
        ERRORS.set(this, 0); // RACE atomic-get-then-set #2
        return e;
    }

    public String toString() {
        return total + " total, peak " + peak + ", " + active + " active, mean " + mean;
    }
}
