package metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** An exponentially weighted moving average, ticked by whichever thread first notices it is due. */
public class MovingAverage {

    private static final long TICK = TimeUnit.SECONDS.toNanos(5);

    private final LongAdder uncounted = new LongAdder();
    private final AtomicLong lastTick = new AtomicLong(System.nanoTime());
    private final double alpha;
    private volatile boolean initialized;
    private volatile double rate;

    public MovingAverage(double alpha) {
        this.alpha = alpha;
    }

    public void mark(long n) {
        tickIfNecessary();
        uncounted.add(n);
    }

    private void tickIfNecessary() {
        long old = lastTick.get();
        long now = System.nanoTime();
        if (now - old > TICK && lastTick.compareAndSet(old, now)) {
            tick(now - old);
        }
    }

    private synchronized void tick(long age) {
        double instant = (double) uncounted.sumThenReset() / age;
        if (initialized) {
            rate += alpha * (instant - rate);
        } else {
            rate = instant;
            initialized = true;
        }
    }

    public double perSecond() {
        return rate * TimeUnit.SECONDS.toNanos(1);
    }
}
