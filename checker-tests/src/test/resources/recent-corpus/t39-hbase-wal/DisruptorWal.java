package org.example.hbase.wal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Write ahead log: handlers publish entries, one consumer appends, the syncer groups. */
public class DisruptorWal implements AutoCloseable {

    static final class Truck {
        final String region;
        final byte[] edit;
        final CompletableFuture<Long> sync = new CompletableFuture<>();
        long sequenceId;

        Truck(String region, byte[] edit) {
            this.region = region;
            this.edit = edit;
        }
    }

    private final BlockingQueue<Truck> ring = new LinkedBlockingQueue<>(16 * 1024);
    private final ExecutorService appendExecutor = Executors.newSingleThreadExecutor();
    private final ExecutorService syncExecutor = Executors.newSingleThreadExecutor();
    private final RingBufferEventHandler handler = new RingBufferEventHandler();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile long highestSyncedSequence;

    public DisruptorWal() {
        appendExecutor.execute(handler);
    }

    /** Any RPC handler. */
    public CompletableFuture<Long> append(String region, byte[] edit) throws InterruptedException {
        Truck t = new Truck(region, edit);
        ring.put(t);
        return t.sync;
    }

    private final class RingBufferEventHandler implements Runnable {
        private final Map<String, Long> lowestUnflushed = new HashMap<>();
        private List<Truck> batch = new ArrayList<>();
        private long sequence;
        private long unsyncedBytes;
        private int rolls;

        @Override
        public void run() {
            try {
                while (!closing || !ring.isEmpty()) {
                    Truck t = ring.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                    if (t != null) {
                        onEvent(t);
                    } else if (!batch.isEmpty()) {
                        publishSync();
                    }
                }
                publishSync();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stopped.countDown();
            }
        }

        private void onEvent(Truck t) {
            t.sequenceId = ++sequence;
            if (!lowestUnflushed.containsKey(t.region)) {
                lowestUnflushed.put(t.region, t.sequenceId);
            }
            unsyncedBytes += t.edit.length;
            batch.add(t);
            if (batch.size() >= 64 || unsyncedBytes > 65536) {
                publishSync();
            }
        }

        private void publishSync() {
            List<Truck> out = batch;
            batch = new ArrayList<>();
            if (unsyncedBytes > (1 << 20)) {
                rolls++;
                lowestUnflushed.clear();
            }
            unsyncedBytes = 0;
            syncExecutor.execute(new SyncRunner(out));
        }
    }

    private final class SyncRunner implements Runnable {
        private final List<Truck> trucks;
        private int released;

        SyncRunner(List<Truck> trucks) {
            this.trucks = trucks;
        }

        @Override
        public void run() {
            for (Truck t : trucks) {
                if (t.sequenceId > highestSyncedSequence) {
                    highestSyncedSequence = t.sequenceId;
                }
                t.sync.complete(t.sequenceId);
                released++;
            }
            trucks.clear();
            System.getLogger("wal").log(System.Logger.Level.TRACE, "released {0}", released);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        stopped.await();
        appendExecutor.shutdown();
        syncExecutor.shutdown();
    }
}
