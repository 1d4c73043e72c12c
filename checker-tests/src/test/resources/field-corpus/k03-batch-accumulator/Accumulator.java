package k03;

import java.util.HashMap;
import java.util.Map;

/** Opens one batch per partition and lets any number of producer threads append to it. */
public class Accumulator {
    private final Object lock = new Object();
    private final Map<Integer, RecordBatch> open = new HashMap<>(); // guarded by lock
    private final BufferBudget budget;
    private long appended; // guarded by lock

    public Accumulator(BufferBudget budget) {
        this.budget = budget;
    }

    public void append(int partition, byte[] record) throws InterruptedException {
        synchronized (lock) {
            RecordBatch last = open.get(partition);
            if (last != null && last.tryAppend(record)) {
                appended++;
                return;
            }
        }
        // may block for memory, so not inside the lock
        int size = budget.reserve(record.length);
        synchronized (lock) {
            RecordBatch last = open.get(partition);
            if (last != null && last.tryAppend(record)) {
                appended++;
                budget.release(size);
                return;
            }
            RecordBatch fresh = new RecordBatch(size);
            fresh.tryAppend(record);
            open.put(partition, fresh);
            appended++;
        }
    }

    public RecordBatch take(int partition) {
        synchronized (lock) {
            return open.remove(partition);
        }
    }

    public long appended() {
        synchronized (lock) {
            return appended;
        }
    }
}
