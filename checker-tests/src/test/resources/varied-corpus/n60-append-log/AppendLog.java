package store.log;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Appenders reserve a range of the segment and then copy into it, all in parallel. */
public class AppendLog {
    private final byte[] segment;
    private final AtomicInteger tail = new AtomicInteger();
    private final AtomicInteger tail2 = new AtomicInteger();
    private final AtomicLong records = new AtomicLong();
    private final ByteBuffer index = ByteBuffer.allocate(1 << 16);
    private volatile int syncedTo;

    public AppendLog(int size) {
        segment = new byte[size];
    }

    public int append(byte[] record) {
        int at = tail.get(); // RACE atomic-compound #1
        if (at + record.length > segment.length) { // RACE atomic-compound #1
            return -1;
        }
        tail.addAndGet(record.length); // RACE atomic-compound #1
        System.arraycopy(record, 0, segment, at, record.length);
        records.incrementAndGet();
        return at;
    }

    public int appendReserved(byte[] record) {
        int at = tail2.getAndAdd(record.length);
        if (at + record.length > segment.length) {
            return -1;
        }
        System.arraycopy(record, 0, segment, at, record.length);
        records.incrementAndGet();
        return at;
    }

    public void index(int at) {
        synchronized (index) {
            if (index.remaining() >= 4) {
                index.putInt(at);
            }
        }
    }

    /** One sync thread. */
    void sync() {
        int to = tail.get();
        if (to > syncedTo) {
            syncedTo = to;
        }
    }

    public int unsynced() {
        return tail.get() - syncedTo;
    }
}
