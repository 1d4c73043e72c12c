package io.tally.core;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Something that goes up and down, with a decaying average. */
public final class Gauge {
    private static final double ALPHA = 0.2;

    private final String name;
    private final AtomicLong bits = new AtomicLong(Double.doubleToLongBits(0));
    private final AtomicInteger level = new AtomicInteger();

    Gauge(String name) {
        this.name = name;
    }

    public void up() {
        level.incrementAndGet();
    }

    public void down() {
        int before;
        do {
            before = level.get();
            if (before == 0) {
                return;
            }
        } while (!level.compareAndSet(before, before - 1));
    }

    public void sample(double v) {
        double old = Double.longBitsToDouble(bits.get());
        bits.set(Double.doubleToLongBits(old + ALPHA * (v - old))); // RACE atomic-get-then-set #3
    }

    @Override
    public String toString() {
        return name + "=" + level.get() + " avg " + Double.longBitsToDouble(bits.get());
    }
}
