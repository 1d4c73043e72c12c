package accumulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Acts as a queue that accumulates records into batches to be sent to the server. Any number of
 * threads may append; drain, mute and deallocate belong to the sender thread.
 */
public final class RecordAccumulator {

    private final ConcurrentMap<Integer, Deque<ProducerBatch>> batches = new ConcurrentHashMap<>();
    private final AtomicInteger appendsInProgress = new AtomicInteger(0);
    private final AtomicInteger flushesInProgress = new AtomicInteger(0);
    private final Set<ProducerBatch> incomplete = new HashSet<>();
    private final int batchSize;
    // The following variables are only accessed by the sender thread, so we don't need to protect them.
    private final Set<Integer> muted = new HashSet<>();
    private int drainIndex = 0;
    private volatile boolean closed;

    public RecordAccumulator(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean append(int partition, byte[] value) {
        appendsInProgress.incrementAndGet();
        try {
            Deque<ProducerBatch> dq = getOrCreateDeque(partition);
            synchronized (dq) {
                if (closed) // MAYBE
                    throw new IllegalStateException("Producer closed while send in progress");
                if (tryAppend(value, dq))
                    return false;
                ProducerBatch batch = new ProducerBatch(partition, batchSize);
                batch.tryAppend(value);
                dq.addLast(batch);
                incomplete.add(batch); // RACE inconsistent-locking #1
                return dq.size() > 1;
            }
        } finally {
            appendsInProgress.decrementAndGet();
        }
    }

    private boolean tryAppend(byte[] value, Deque<ProducerBatch> deque) {
        ProducerBatch last = deque.peekLast();
        if (last != null) {
            if (last.tryAppend(value))
                return true;
            last.closeForAppends();
        }
        return false;
    }

    private Deque<ProducerBatch> getOrCreateDeque(int partition) {
        Deque<ProducerBatch> d = this.batches.get(partition);
        if (d != null)
            return d;
        d = new ArrayDeque<>();
        Deque<ProducerBatch> previous = this.batches.putIfAbsent(partition, d);
        if (previous == null)
            return d;
        else
            return previous;
    }

    public List<ProducerBatch> drain(List<Integer> partitions, int maxSize) {
        if (partitions.isEmpty())
            return Collections.emptyList();
        int size = 0;
        List<ProducerBatch> ready = new ArrayList<>();
        int start = drainIndex = drainIndex % partitions.size();
        do {
            Integer partition = partitions.get(drainIndex);
            if (!muted.contains(partition)) {
                Deque<ProducerBatch> deque = batches.get(partition);
                if (deque != null) {
                    synchronized (deque) {
                        ProducerBatch first = deque.peekFirst();
                        if (first != null && size + first.size() <= maxSize) {
                            ProducerBatch batch = deque.pollFirst();
                            batch.closeForAppends();
                            size += batch.size();
                            ready.add(batch);
                        }
                    }
                }
            }
            this.drainIndex = (this.drainIndex + 1) % partitions.size();
        } while (start != drainIndex);
        return ready;
    }

    public void mutePartition(int partition) {
        muted.add(partition);
    }

    public void unmutePartition(int partition) {
        muted.remove(partition);
    }

    public void deallocate(ProducerBatch batch) {
        synchronized (incomplete) {
            incomplete.remove(batch);
        }
    }

    public void beginFlush() {
        this.flushesInProgress.getAndIncrement();
    }

    public void awaitFlushCompletion() throws InterruptedException {
        try {
            List<ProducerBatch> copy;
            synchronized (incomplete) {
                copy = new ArrayList<>(incomplete);
            }
            for (ProducerBatch batch : copy)
                batch.await();
        } finally {
            this.flushesInProgress.decrementAndGet();
        }
    }

    public boolean flushInProgress() {
        return flushesInProgress.get() > 0;
    }

    public void close() {
        this.closed = true;
    }

    public Map<Integer, Deque<ProducerBatch>> batches() {
        return Collections.unmodifiableMap(batches);
    }
}
