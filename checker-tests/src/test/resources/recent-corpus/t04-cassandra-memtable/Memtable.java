package org.example.cassandra.db;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In-memory table; written by all threads of the mutation stage. */
public class Memtable {

    private static final Logger logger = LoggerFactory.getLogger(Memtable.class);

    private final AtomicLong currentThroughput = new AtomicLong(0);
    private final AtomicInteger currentOperations = new AtomicInteger(0);
    private final ConcurrentNavigableMap<String, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicBoolean flushRequested = new AtomicBoolean();
    private final ExecutorService flushWriter;
    private final long threshold;
    private volatile boolean frozen;
    private volatile double liveRatio = 1.0;

    public Memtable(ExecutorService flushWriter, long threshold) {
        this.flushWriter = flushWriter;
        this.threshold = threshold;
    }

    /** Puts one mutation; called in the mutation stage. */
    void put(String key, String column, ByteBuffer value) {
        Row row = rows.get(key);
        if (row == null) {
            Row fresh = new Row();
            Row previous = rows.putIfAbsent(key, fresh);
            row = previous == null ? fresh : previous;
        }
        row.addColumn(column, value);
        currentOperations.incrementAndGet();
        currentThroughput.set(currentThroughput.get() + value.remaining()); // RACE atomic-compound
        if (isThresholdViolated() && flushRequested.compareAndSet(false, true)) {
            flushWriter.execute(this::writeSortedContents);
        }
    }

    boolean isThresholdViolated() {
        return currentThroughput.get() * liveRatio >= threshold || currentOperations.get() > 300_000;
    }

    /** Switches this table out. The first caller does the flush. */
    boolean freeze() {
        if (frozen) { // RACE check-then-act #1
            return false;
        }
        frozen = true; // RACE check-then-act #1
        return true;
    }

    void forceFlush() {
        if (freeze()) {
            flushWriter.execute(this::writeSortedContents);
        }
    }

    private void writeSortedContents() {
        long written = 0;
        int n = 0;
        for (Row r : rows.values()) {
            written += r.serializedSize();
            n++;
        }
        logger.info("wrote {} rows, {} bytes", n, written);
        liveRatio = written == 0 ? 1.0 : (double) currentThroughput.get() / written;
    }
}
