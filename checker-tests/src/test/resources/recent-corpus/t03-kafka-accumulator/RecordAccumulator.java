package org.example.kafka.producer;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects records into batches. Appends come from application threads, drains from the sender thread. */
public final class RecordAccumulator {

    private volatile boolean closed;
    private final AtomicInteger flushesInProgress = new AtomicInteger();
    private final AtomicInteger appendsInProgress = new AtomicInteger();
    private final int batchSize;
    private final ConcurrentMap<String, Deque<ProducerBatch>> batches = new ConcurrentHashMap<>();
    private final Set<String> muted = new HashSet<>();
    private int drainIndex;

    public RecordAccumulator(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean append(String tp, byte[] value) {
        appendsInProgress.incrementAndGet();
        try {
            Deque<ProducerBatch> dq = getOrCreateDeque(tp);
            synchronized (dq) {
                if (closed) {
                    throw new IllegalStateException("Producer closed while send in progress");
                }
                if (tryAppend(dq, value)) {
                    return false;
                }
            }
            ProducerBatch fresh = new ProducerBatch(tp, ByteBuffer.allocate(Math.max(batchSize, value.length)));
            synchronized (dq) {
                if (tryAppend(dq, value)) {
                    return false;
                }
                fresh.tryAppend(value);
                dq.addLast(fresh);
                return true;
            }
        } finally {
            appendsInProgress.decrementAndGet();
        }
    }

    private boolean tryAppend(Deque<ProducerBatch> deque, byte[] value) {
        ProducerBatch last = deque.peekLast();
        return last != null && last.tryAppend(value);
    }

    private Deque<ProducerBatch> getOrCreateDeque(String tp) {
        Deque<ProducerBatch> d = batches.get(tp);
        if (d != null) {
            return d;
        }
        d = new ArrayDeque<>();
        Deque<ProducerBatch> previous = batches.putIfAbsent(tp, d);
        return previous == null ? d : previous;
    }

    /** Runs on the sender thread. */
    List<ProducerBatch> drain(List<String> partitions, int maxSize) {
        int size = 0;
        List<ProducerBatch> ready = new ArrayList<>();
        int start = drainIndex = drainIndex % partitions.size();
        do {
            String tp = partitions.get(drainIndex);
            drainIndex = (drainIndex + 1) % partitions.size();
            if (muted.contains(tp)) {
                continue;
            }
            Deque<ProducerBatch> deque = batches.get(tp);
            if (deque == null) {
                continue;
            }
            ProducerBatch batch;
            synchronized (deque) {
                ProducerBatch first = deque.peekFirst();
                if (first == null || size + first.size() > maxSize && !ready.isEmpty()) {
                    continue;
                }
                batch = deque.pollFirst();
            }
            batch.close();
            size += batch.size();
            ready.add(batch);
            muted.add(tp);
        } while (start != drainIndex);
        return ready;
    }

    void unmute(String tp) {
        muted.remove(tp);
    }

    void beginFlush() {
        flushesInProgress.getAndIncrement();
    }

    boolean flushInProgress() {
        return flushesInProgress.get() > 0;
    }

    void close() {
        closed = true;
    }
}
