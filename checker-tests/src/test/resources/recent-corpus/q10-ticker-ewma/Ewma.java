package org.gauges.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Exponentially weighted moving average; ticked by its {@link Meter}. */
public class Ewma {
    private final double alpha;
    private final double intervalNanos;
    private final LongAdder uncounted = new LongAdder();
    private volatile boolean initialized;
    private volatile double rate;

    Ewma(double alpha, long interval, TimeUnit unit) {
        this.alpha = alpha;
        this.intervalNanos = unit.toNanos(interval);
    }

    void update(long n) {
        uncounted.add(n);
    }

    void tick() {
        long count = uncounted.sumThenReset();
        double instantRate = count / intervalNanos;
        if (initialized) {
            double old = this.rate;
            rate = old + alpha * (instantRate - old);
        } else {
            rate = instantRate;
            initialized = true;
        }
    }

    double getRate(TimeUnit unit) {
        return rate * unit.toNanos(1);
    }
}
