package accumulator;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A batch of records. Appends must be synchronized externally, on the partition's deque. */
public final class ProducerBatch {

    private enum FinalState { ABORTED, FAILED, SUCCEEDED }

    private final int partition;
    private final int capacity;
    private final CountDownLatch produced = new CountDownLatch(1);
    private final AtomicReference<FinalState> finalState = new AtomicReference<>(null);
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private int recordCount;
    private int maxRecordSize;
    private boolean appendable = true;

    ProducerBatch(int partition, int capacity) {
        this.partition = partition;
        this.capacity = capacity;
    }

    boolean tryAppend(byte[] value) {
        if (!appendable || (recordCount > 0 && buffer.size() + value.length > capacity))
            return false;
        buffer.write(value, 0, value.length);
        this.maxRecordSize = Math.max(this.maxRecordSize, value.length);
        this.recordCount++;
        return true;
    }

    void closeForAppends() {
        appendable = false;
    }

    int size() {
        return buffer.size();
    }

    public int partition() {
        return partition;
    }

    public boolean done(boolean ok) {
        FinalState tried = ok ? FinalState.SUCCEEDED : FinalState.FAILED;
        if (finalState.compareAndSet(null, tried)) {
            produced.countDown();
            return true;
        }
        return false;
    }

    public void await() throws InterruptedException {
        produced.await();
    }
}
