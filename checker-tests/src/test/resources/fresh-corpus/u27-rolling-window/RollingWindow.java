package io.meterbox.window;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/** Requests of the last sixty seconds; recorded by all worker threads. */
public class RollingWindow {
    static final int SLOTS = 60;

    private final LongSupplier seconds;
    private final AtomicLongArray epochs = new AtomicLongArray(SLOTS);
    private final AtomicLongArray counts = new AtomicLongArray(SLOTS);
    private final AtomicLong total = new AtomicLong();
    private volatile long peak;

    public RollingWindow(LongSupplier seconds) {
        this.seconds = seconds;
    }

    public void record() {
        long now = seconds.getAsLong();
        int slot = (int) (now % SLOTS);
        if (epochs.get(slot) != now) { // RACE atomic-compound #1
            counts.set(slot, 0); // RACE atomic-compound #1
            epochs.set(slot, now); // RACE atomic-compound #1
        }
        long n = counts.incrementAndGet(slot);
        peak = Math.max(peak, n); // RACE atomic-compound
        total.incrementAndGet();
    }

    public long sum() {
        long now = seconds.getAsLong();
        long sum = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (now - epochs.get(i) < SLOTS) {
                sum += counts.get(i);
            }
        }
        return sum;
    }

    public long peak() {
        return peak;
    }
}

/** Second and count packed in one long. */
class PackedWindow {
    private final AtomicLongArray slots = new AtomicLongArray(RollingWindow.SLOTS);
    private final AtomicLong peak = new AtomicLong();
    private final LongSupplier seconds;

    PackedWindow(LongSupplier seconds) {
        this.seconds = seconds;
    }

    void record() {
        long now = seconds.getAsLong();
        int i = (int) (now % RollingWindow.SLOTS);
        long packed = slots.updateAndGet(i, old -> (old >>> 24) == now ? old + 1 : (now << 24) | 1);
        peak.accumulateAndGet(packed & 0xffffff, Math::max);
    }

    long sum() {
        long now = seconds.getAsLong();
        long sum = 0;
        for (int i = 0; i < RollingWindow.SLOTS; i++) {
            long packed = slots.get(i);
            if (now - (packed >>> 24) < RollingWindow.SLOTS) {
                sum += packed & 0xffffff;
            }
        }
        return sum;
    }
}
