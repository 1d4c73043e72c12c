package org.example.storm.stats;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/** One executor thread with its tasks; emits to the worker-wide transfer. */
public class ExecutorStats extends Thread {

    private final BlockingQueue<String> receiveQueue = new LinkedBlockingQueue<>(1024);
    private final Map<String, Long> emitted = new HashMap<>();
    private final WorkerTransfer transfer;
    private final int sampleRate;
    private int tick;
    private long latencySum;

    public ExecutorStats(String name, WorkerTransfer transfer, int sampleRate) {
        super(name);
        this.transfer = transfer;
        this.sampleRate = sampleRate;
    }

    public void offer(String tuple) {
        if (!receiveQueue.offer(tuple)) {
            transfer.dropped();
        }
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                String tuple = receiveQueue.take();
                long start = System.nanoTime();
                String stream = tuple.substring(0, 1);
                Long old = emitted.get(stream);
                emitted.put(stream, old == null ? 1L : old + 1L);
                if (++tick % sampleRate == 0) {
                    latencySum += System.nanoTime() - start;
                }
                transfer.transfer(stream, ThreadLocalRandom.current().nextInt(), tuple);
            }
        } catch (InterruptedException e) {
            System.getLogger("storm").log(System.Logger.Level.DEBUG, "{0} emitted {1} in {2}", getName(), emitted, latencySum);
        }
    }
}
