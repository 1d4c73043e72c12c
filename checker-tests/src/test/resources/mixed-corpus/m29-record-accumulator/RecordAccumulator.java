package accumulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects records into batches per partition. Appended to by producers, drained by the sender. */
public class RecordAccumulator {

    private final MemoryPool pool;
    private final int batchSize;
    private final ConcurrentMap<Integer, Deque<Batch>> batches = new ConcurrentHashMap<>();
    private final AtomicInteger appendsInProgress = new AtomicInteger();

    public RecordAccumulator(MemoryPool pool, int batchSize) {
        this.pool = pool;
        this.batchSize = batchSize;
    }

    /** Appends the record, returns whether a batch has become full. */
    public boolean append(int partition, byte[] record) throws InterruptedException, TimeoutException {
        appendsInProgress.incrementAndGet();
        ByteBuffer buffer = null;
        try {
            Deque<Batch> deque = deque(partition);
            synchronized (deque) {
                if (tryAppend(deque, record)) {
                    return deque.size() > 1;
                }
            }
            buffer = pool.allocate(Math.max(batchSize, record.length), 1000);
            synchronized (deque) {
                if (tryAppend(deque, record)) {
                    return deque.size() > 1;
                }
                Batch batch = new Batch(buffer);
                buffer = null;
                batch.add(record);
                deque.addLast(batch);
                return deque.size() > 1;
            }
        } finally {
            if (buffer != null) {
                pool.deallocate(buffer);
            }
            appendsInProgress.decrementAndGet();
        }
    }

    private boolean tryAppend(Deque<Batch> deque, byte[] record) {
        Batch last = deque.peekLast();
        return last != null && last.add(record);
    }

    private Deque<Batch> deque(int partition) {
        Deque<Batch> d = batches.get(partition);
        if (d != null) {
            return d;
        }
        d = new ArrayDeque<>();
        Deque<Batch> previous = batches.putIfAbsent(partition, d);
        return previous == null ? d : previous;
    }

    /** Takes the first batch of every partition; sender thread. */
    public List<Batch> drain() {
        List<Batch> ready = new ArrayList<>();
        for (Deque<Batch> deque : batches.values()) {
            synchronized (deque) {
                Batch first = deque.pollFirst();
                if (first != null) {
                    first.seal();
                    ready.add(first);
                }
            }
        }
        return ready;
    }

    /** Puts a batch back to be sent once more; called from the response handler. */
    public void reenqueue(int partition, Batch batch) {
        batch.attempts++;
        Deque<Batch> deque = deque(partition);
        deque.addFirst(batch); // RACE wrong-lock #2
    }

    /** A batch; guarded by its deque while it is in there, by the sender afterwards. */
    public static final class Batch {
        private final ByteBuffer buffer;
        private boolean sealed;
        private int records;
        private int attempts;

        Batch(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        boolean add(byte[] record) {
            if (sealed || buffer.remaining() < record.length) {
                return false;
            }
            buffer.put(record);
            records++;
            return true;
        }

        void seal() {
            sealed = true;
        }

        public int records() {
            return records;
        }
    }
}
