package seqno;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tracks which sequence numbers have been processed and persisted on a shard copy. Indexing threads
 * mark numbers in any order.
 */
public class LocalCheckpointTracker {

    private static final int CHUNK = 1024;

    private final Map<Long, BitSet> processed = new HashMap<>();
    private final Map<Long, BitSet> persisted = new HashMap<>();
    private final AtomicLong processedCheckpoint = new AtomicLong(-1);
    private final AtomicLong persistedCheckpoint = new AtomicLong(-1);
    private final AtomicLong nextSeqNo = new AtomicLong();

    public long generate() {
        return nextSeqNo.getAndIncrement();
    }

    public void advanceMax(long seqNo) {
        nextSeqNo.accumulateAndGet(seqNo + 1, Math::max);
    }

    public synchronized void markProcessed(long seqNo) {
        mark(seqNo, processedCheckpoint, processed);
    }

    public synchronized void markPersisted(long seqNo) {
        mark(seqNo, persistedCheckpoint, persisted);
    }

    private void mark(long seqNo, AtomicLong checkpoint, Map<Long, BitSet> chunks) {
        advanceMax(seqNo);
        if (seqNo <= checkpoint.get()) {
            return;
        }
        chunks.computeIfAbsent(seqNo / CHUNK, k -> new BitSet(CHUNK)).set((int) (seqNo % CHUNK));
        if (seqNo == checkpoint.get() + 1) {
            moveUp(checkpoint, chunks);
        }
    }

    private void moveUp(AtomicLong checkpoint, Map<Long, BitSet> chunks) {
        long next = checkpoint.get() + 1;
        long key = next / CHUNK;
        BitSet bits = chunks.get(key);
        while (bits != null && bits.get((int) (next % CHUNK))) {
            checkpoint.set(next);
            next++;
            if (next / CHUNK != key) {
                chunks.remove(key);
                key = next / CHUNK;
                bits = chunks.get(key);
            }
        }
        notifyAll();
    }

    public synchronized void await(long seqNo) throws InterruptedException {
        while (processedCheckpoint.get() < seqNo) {
            wait();
        }
    }

    public long processedCheckpoint() {
        return processedCheckpoint.get();
    }

    public long persistedCheckpoint() {
        return persistedCheckpoint.get();
    }

    public long maxSeqNo() {
        return nextSeqNo.get() - 1;
    }
}
