package metrics;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Vitter's algorithm R; safe for use by many threads. */
public class Reservoir {

    private final AtomicLong count = new AtomicLong();
    private final AtomicLongArray values;
    private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong max = new AtomicLong(Long.MIN_VALUE);

    public Reservoir(int size) {
        this.values = new AtomicLongArray(size);
    }

    public void update(long value) {
        long c = count.incrementAndGet();
        if (c <= values.length()) {
            values.set((int) c - 1, value);
        } else {
            long r = ThreadLocalRandom.current().nextLong(c);
            if (r < values.length()) {
                values.set((int) r, value);
            }
        }
        if (value < min.get()) { // RACE atomic-get-then-set #1
            min.set(value); // RACE atomic-get-then-set #1
        }
        long seen = max.get();
        while (value > seen && !max.compareAndSet(seen, value)) {
            seen = max.get();
        }
    }

    public long[] snapshot() {
        int n = (int) Math.min(count.get(), values.length());
        long[] copy = new long[n];
        for (int i = 0; i < n; i++) {
            copy[i] = values.get(i);
        }
        Arrays.sort(copy);
        return copy;
    }

    public long min() {
        return min.get();
    }

    public long max() {
        return max.get();
    }
}
