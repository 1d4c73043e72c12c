package perf.hist;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Each recording thread fills its own buckets; readers add them up. */
public final class LatencyHistogram {
    private static final int BUCKETS = 64;

    private static final class Local {
        final long[] counts = new long[BUCKETS];
        long total;
        long max;

        void add(long nanos) {
            counts[Long.numberOfTrailingZeros(Long.highestOneBit(nanos | 1))]++;
            total++;
            if (nanos > max) {
                max = nanos;
            }
        }
    }

    private final Queue<Local> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Local> mine = ThreadLocal.withInitial(() -> {
        Local l = new Local();
        all.add(l);
        return l;
    });

    public void record(long nanos) {
        mine.get().add(nanos);
    }

    public <T> T time(java.util.concurrent.Callable<T> body) throws Exception {
        Local l = mine.get();
        long begin = System.nanoTime();
        try {
            return body.call();
        } finally {
            l.add(System.nanoTime() - begin);
        }
    }

    /** Only approximate while recording goes on. */
    public long[] merged() {
        long[] sum = new long[BUCKETS];
        for (Local l : all) {
            for (int i = 0; i < BUCKETS; i++) {
                sum[i] += l.counts[i];
            }
        }
        return sum;
    }

    public long max() {
        long max = 0;
        for (Local l : all) {
            max = Math.max(max, l.max);
        }
        return max;
    }
}
