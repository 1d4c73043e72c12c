package meter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Exponentially weighted rate plus extremes. Updated by request threads, read by reporters. */
public class RateMeter {

    private static final long TICK = TimeUnit.SECONDS.toNanos(5);
    private static final double ALPHA = 1 - Math.exp(-5 / 60.0);

    private final LongAdder uncounted = new LongAdder();
    private final LongAdder count = new LongAdder();
    private final AtomicLong lastTick = new AtomicLong(System.nanoTime());
    private final AtomicLong peak = new AtomicLong(Long.MIN_VALUE);
    private final long start = System.nanoTime();

    private volatile long lowest = Long.MAX_VALUE;
    private volatile long sum;
    private volatile double rate;
    private volatile boolean initialized;

    public void record(long value) {
        tickIfNecessary();
        uncounted.increment();
        count.increment();
        peak.accumulateAndGet(value, Math::max);
        if (value < lowest) { // RACE check-then-act #1
            lowest = value; // RACE check-then-act #1
        }
        sum += value; // RACE rmw #2
    }

    private void tickIfNecessary() {
        long old = lastTick.get();
        long age = System.nanoTime() - old;
        if (age > TICK) {
            long ticks = age / TICK;
            if (lastTick.compareAndSet(old, old + ticks * TICK)) {
                synchronized (lastTick) {
                    for (long i = 0; i < ticks; i++) {
                        tick();
                    }
                }
            }
        }
    }

    private void tick() {
        double instant = (double) uncounted.sumThenReset() / TICK;
        if (initialized) {
            double old = rate;
            rate = old + ALPHA * (instant - old);
        } else {
            rate = instant;
            initialized = true;
        }
    }

    public double oneMinuteRate() {
        tickIfNecessary();
        return rate * TimeUnit.SECONDS.toNanos(1);
    }

    public double meanRate() {
        long elapsed = System.nanoTime() - start;
        return elapsed == 0 ? 0 : count.sum() * 1e9 / elapsed;
    }

    public long lowest() {
        return lowest;
    }

    public long peak() {
        return peak.get();
    }

    public double mean() {
        long n = count.sum();
        return n == 0 ? 0 : (double) sum / n;
    }
}
