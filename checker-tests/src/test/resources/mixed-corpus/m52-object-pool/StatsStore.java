package objectpool;

import java.util.concurrent.atomic.AtomicLong;

/** Remembers the last measurements of a pool. */
final class StatsStore {

    private static final int NONE = -1;

    private final AtomicLong[] values;
    private final int size;
    private int index;

    StatsStore(int size) {
        this.size = size;
        values = new AtomicLong[size];
        for (int i = 0; i < size; i++) {
            values[i] = new AtomicLong(NONE);
        }
    }

    synchronized void add(long value) {
        values[index].set(value);
        index++;
        if (index == size) {
            index = 0;
        }
    }

    double mean() {
        double result = 0;
        int n = 0;
        for (AtomicLong v : values) {
            long value = v.get();
            if (value != NONE) {
                n++;
                result = result * ((n - 1) / (double) n) + value / (double) n;
            }
        }
        return result;
    }
}
