package ingest;

import java.util.concurrent.atomic.LongAdder;

/** Writes batches to the store; shared by the writer threads and the compressor. */
public class BatchWriter {

    private final LongAdder written = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private double[] sums = new double[24];
    private volatile long newest;
    private long compressedBatches;

    void write(MeasurementBatch b) {
        synchronized (this) {
            for (double[] v : b.values()) {
                int hour = (int) ((long) v[1] / 3_600_000 % 24);
                sums[hour] += v[0];
            }
        }
        written.add(b.size());
        rejected.add(b.rejected());
        long max = b.maxTimestamp();
        if (max > newest) { // RACE check-then-act #2
            newest = max; // RACE check-then-act #2
        }
    }

    /** Called by the compressor thread only. */
    void compress(MeasurementBatch b) {
        compressedBatches++;
        written.add(b.size());
    }

    /** Takes the hourly sums and starts new ones. */
    public double[] takeSums() {
        synchronized (this) {
            double[] old = sums;
            sums = new double[24];
            return old;
        }
    }

    public long newest() {
        return newest;
    }
}
