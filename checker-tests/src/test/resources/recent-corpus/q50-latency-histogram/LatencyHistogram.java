package com.edgeward.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;

/** Buckets of powers of two. */
final class LatencyHistogram {

    private static final int BUCKETS = 24;
    private static final VarHandle OVERFLOW;
    private static final VarHandle LOWEST;

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            OVERFLOW = l.findVarHandle(LatencyHistogram.class, "overflow", long.class);
            LOWEST = l.findVarHandle(LatencyHistogram.class, "lowest", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicIntegerArray errors = new AtomicIntegerArray(BUCKETS);
    private final AtomicReferenceArray<String> samples = new AtomicReferenceArray<>(BUCKETS);
    private final DoubleAdder sum = new DoubleAdder();
    private final LongAccumulator max = new LongAccumulator(Math::max, 0);
    private final AtomicBoolean announced = new AtomicBoolean();
    private volatile long overflow;
    private volatile long lowest = Long.MAX_VALUE;

    void record(long micros, boolean ok, String uri) {
        int b = 64 - Long.numberOfLeadingZeros(Math.max(1, micros));
        if (b >= BUCKETS) {
            OVERFLOW.setVolatile(this, (long) OVERFLOW.getVolatile(this) + 1); // RACE atomic-compound
            return;
        }
        counts.incrementAndGet(b);
        if (!ok) {
            errors.set(b, errors.get(b) + 1); // RACE atomic-compound
        }
        if (samples.get(b) == null) {
            samples.compareAndSet(b, null, uri);
        }
        sum.add(micros);
        max.accumulate(micros);
        lower(micros);
    }

    private void lower(long v) {
        long seen;
        do {
            seen = (long) LOWEST.getVolatile(this);
            if (seen <= v) {
                return;
            }
        } while (!LOWEST.weakCompareAndSet(this, seen, v));
    }

    boolean announce() {
        return announced.compareAndSet(false, true);
    }

    /** Halves all the counts, so that the newer ones weigh more. */
    void decay() {
        for (int i = 0; i < BUCKETS; i++) {
            long c = counts.get(i); // RACE atomic-compound #1
            counts.set(i, c / 2); // RACE atomic-compound #1
            errors.updateAndGet(i, e -> e / 2);
        }
    }

    double mean() {
        long n = 0;
        for (int i = 0; i < BUCKETS; i++) {
            n += counts.get(i);
        }
        return n == 0 ? 0 : sum.sum() / n;
    }

    @Override
    public String toString() {
        return "min=" + lowest + " mean=" + mean() + " max=" + max.get() + " overflow=" + overflow;
    }
}
