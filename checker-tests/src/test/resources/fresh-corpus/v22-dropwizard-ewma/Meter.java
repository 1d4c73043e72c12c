package org.example.metrics.meter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Measures the rate of events; marked from any thread, ticked by whichever comes first after an interval. */
public class Meter {
    private static final long TICK_INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final Ewma m1Rate = new Ewma(0.08);
    private final Ewma m5Rate = new Ewma(0.0165);
    private final LongAdder count = new LongAdder();
    private final AtomicLong lastTick = new AtomicLong(System.nanoTime());
    private final SlidingMax max = new SlidingMax();

    public void mark(long n) {
        tickIfNecessary();
        count.add(n);
        m1Rate.update(n);
        m5Rate.update(n);
        max.update(n);
    }

    private void tickIfNecessary() {
        final long oldTick = lastTick.get();
        final long newTick = System.nanoTime();
        final long age = newTick - oldTick;
        if (age > TICK_INTERVAL) {
            final long newIntervalStartTick = newTick - age % TICK_INTERVAL;
            if (lastTick.compareAndSet(oldTick, newIntervalStartTick)) {
                final long requiredTicks = age / TICK_INTERVAL;
                for (long i = 0; i < requiredTicks; i++) {
                    m1Rate.tick();
                    m5Rate.tick();
                }
            }
        }
    }

    public double getOneMinuteRate() {
        tickIfNecessary();
        return m1Rate.rate();
    }

    public long getCount() {
        return count.sum();
    }

    static final class Ewma {
        private final double alpha;
        private volatile boolean initialized;
        private volatile double rate;
        private final LongAdder uncounted = new LongAdder();

        Ewma(double alpha) {
            this.alpha = alpha;
        }

        void update(long n) {
            uncounted.add(n);
        }

        void tick() {
            final long c = uncounted.sumThenReset();
            final double instant = (double) c / TICK_INTERVAL;
            if (initialized) {
                final double old = this.rate;
                rate = old + alpha * (instant - old); // MAYBE
            } else {
                rate = instant;
                initialized = true;
            }
        }

        double rate() {
            return rate * TimeUnit.SECONDS.toNanos(1);
        }
    }

    static final class SlidingMax {
        private volatile long window = System.nanoTime();
        private volatile long best;
        private final AtomicLong allTime = new AtomicLong();

        void update(long n) {
            long now = System.nanoTime();
            if (now - window > TICK_INTERVAL) { // MAYBE
                window = now; // MAYBE
                best = 0; // MAYBE
            }
            if (n > best) { // RACE check-then-act #1
                best = n; // RACE check-then-act #1
            }
            long m;
            while ((m = allTime.get()) < n && !allTime.compareAndSet(m, n)) {
                Thread.onSpinWait();
            }
        }
    }
}
