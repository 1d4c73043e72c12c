package org.gauges.metrics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Measures the rate of events; mark() may be called by any thread. */
public class Meter implements AutoCloseable {

    private static final long TICK_SECONDS = 5;

    private final LongAdder count = new LongAdder();
    private final Ewma m1 = new Ewma(1 - Math.exp(-TICK_SECONDS / 60.0), TICK_SECONDS, TimeUnit.SECONDS);
    private final Ewma m5 = new Ewma(1 - Math.exp(-TICK_SECONDS / 60.0 / 5), TICK_SECONDS, TimeUnit.SECONDS);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "meter-tick");
        t.setDaemon(true);
        return t;
    });
    private int ticks;
    private final double[] history = new double[12];

    public Meter() {
        clock.scheduleAtFixedRate(this::tickAll, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    public void mark() {
        mark(1);
    }

    public void mark(long n) {
        count.add(n);
        m1.update(n);
        m5.update(n);
    }

    private void tickAll() {
        m1.tick();
        m5.tick();
        history[ticks % history.length] = m1.getRate(TimeUnit.SECONDS);
        ticks++;
    }

    /** Median-ish of the last minute, computed where the history lives. */
    public void report(java.util.function.DoubleConsumer sink) {
        clock.execute(() -> {
            double sum = 0;
            int n = Math.min(ticks, history.length);
            for (int i = 0; i < n; i++) {
                sum += history[i];
            }
            sink.accept(n == 0 ? 0 : sum / n);
        });
    }

    public long getCount() {
        return count.sum();
    }

    public double oneMinuteRate() {
        return m1.getRate(TimeUnit.SECONDS);
    }

    public double fiveMinuteRate() {
        return m5.getRate(TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
