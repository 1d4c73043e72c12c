package k03;

import java.util.HashMap;
import java.util.Map;

/** As {@link Accumulator}, with a shorter second half. */
public class EagerAccumulator {
    private final Object lock = new Object();
    private final Map<Integer, RecordBatch> open = new HashMap<>(); // guarded by lock
    private final BufferBudget budget;

    public EagerAccumulator(BufferBudget budget) {
        this.budget = budget;
    }

    public void append(int partition, byte[] record) throws InterruptedException {
        RecordBatch last;
        synchronized (lock) {
            last = open.get(partition); // RACE split-lock #1
        }
        if (last == null) { // RACE split-lock #1
            RecordBatch fresh = new RecordBatch(budget.reserve(record.length));
            fresh.tryAppend(record);
            synchronized (lock) {
                open.put(partition, fresh); // RACE split-lock #1
            }
            return;
        }
        synchronized (lock) {
            last.tryAppend(record); // MAYBE
        }
    }

    public RecordBatch take(int partition) {
        synchronized (lock) {
            return open.remove(partition);
        }
    }
}
