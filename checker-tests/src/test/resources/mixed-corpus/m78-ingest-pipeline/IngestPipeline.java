package ingest;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads measurements of devices and hands them over to the writers in batches. */
public class IngestPipeline {

    private final BlockingQueue<MeasurementBatch> full = new ArrayBlockingQueue<>(64);
    private final BlockingQueue<MeasurementBatch> empty = new LinkedBlockingQueue<>();
    private final Exchanger<MeasurementBatch> exchanger = new Exchanger<>();
    private final BatchWriter writer;
    private volatile boolean stopped;

    public IngestPipeline(BatchWriter writer, int writers) {
        this.writer = writer;
        for (int i = 0; i < writers; i++) {
            new Thread(this::writeLoop, "writer-" + i).start();
        }
        new Thread(this::compressLoop, "compressor").start();
    }

    /** Run by one thread per device. */
    public void readLoop(DeviceInput input) throws InterruptedException {
        MeasurementBatch batch = fresh();
        while (!stopped && input.hasNext()) {
            double value = input.next();
            long time = System.currentTimeMillis();
            batch.add(value, time);
            if (batch.size() >= 500) {
                full.put(batch);
                if (!input.lastChecksumOk()) {
                    batch.reject(); // RACE rmw #1
                }
                batch = fresh();
            }
        }
        full.put(batch);
    }

    private MeasurementBatch fresh() {
        MeasurementBatch b = empty.poll();
        return b != null ? b : new MeasurementBatch();
    }

    private void writeLoop() {
        while (!stopped) {
            try {
                MeasurementBatch b = full.poll(1, TimeUnit.SECONDS);
                if (b == null) {
                    continue;
                }
                writer.write(b);
                b.reset();
                empty.offer(b);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The single archive feed swaps its filled batch against an empty one. */
    public void archiveLoop(DeviceInput input) throws InterruptedException {
        MeasurementBatch mine = new MeasurementBatch();
        while (!stopped && input.hasNext()) {
            mine.add(input.next(), System.currentTimeMillis());
            if (mine.size() == 10_000) {
                mine = exchanger.exchange(mine);
            }
        }
    }

    private void compressLoop() {
        MeasurementBatch mine = new MeasurementBatch();
        try {
            while (!stopped) {
                mine = exchanger.exchange(mine);
                writer.compress(mine);
                mine.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        stopped = true;
    }

    /** Input of a device. */
    public interface DeviceInput {
        boolean hasNext();

        double next();

        boolean lastChecksumOk();
    }
}
