package recorder;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records latencies in intervals. Recording is done by worker threads at any time, a reporter
 * takes the figures of the last interval once in a while.
 */
public class IntervalRecorder {

    private static final int BUCKETS = 64;

    private final LongAdder count = new LongAdder();
    private final LongAdder total = new LongAdder();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicInteger timeouts = new AtomicInteger();
    private final LongAccumulator max = new LongAccumulator(Math::max, 0);
    private final AtomicLongArray histogram = new AtomicLongArray(BUCKETS);
    private final AtomicReference<Window> window = new AtomicReference<>(new Window(0, 0, System.nanoTime()));

    public void record(long nanos) {
        count.increment();
        total.add(nanos);
        max.accumulate(nanos);
        histogram.incrementAndGet(63 - Long.numberOfLeadingZeros(nanos | 1));
        window.updateAndGet(w -> new Window(w.n() + 1, w.sum() + nanos, w.since()));
    }

    public void error(boolean timeout) {
        errors.incrementAndGet();
        if (timeout) {
            timeouts.incrementAndGet();
        }
    }

    /** Figures since the previous call. */
    public Interval takeInterval() {
        long n = count.sumThenReset();
        long sum = total.sum();
        total.reset(); // RACE atomic-compound #1
        long peak = max.getThenReset();
        long failed = errors.getAndSet(0);
        int late = timeouts.get();
        timeouts.set(0); // RACE atomic-compound #2
        long[] buckets = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = histogram.getAndSet(i, 0);
        }
        return new Interval(n, sum, peak, failed, late, buckets);
    }

    /** Mean of the current window; begins a new one when it is older than a second. */
    public double windowMean() {
        Window w = window.get();
        long now = System.nanoTime();
        if (now - w.since() > 1_000_000_000L && !window.compareAndSet(w, new Window(0, 0, now))) {
            w = window.get();
        }
        return w.n() == 0 ? 0 : (double) w.sum() / w.n();
    }

    /** Subtracts a measurement that turned out to be wrong. */
    public boolean retract(long nanos) {
        Window w = window.get();
        return w.n() > 0 && window.compareAndSet(w, new Window(w.n() - 1, w.sum() - nanos, w.since()));
    }

    private record Window(long n, long sum, long since) {
    }

    /** Figures of an interval. */
    public record Interval(long count, long total, long max, long errors, int timeouts, long[] buckets) {
    }
}
