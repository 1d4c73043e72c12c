package org.stratadb.engine;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The writable table in memory. */
final class MemTable {
    private static final AtomicInteger IDS = new AtomicInteger();

    final int id = IDS.incrementAndGet();
    private final ConcurrentSkipListMap<String, byte[]> rows = new ConcurrentSkipListMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private long largestRow;

    void put(String key, byte[] value) {
        byte[] old = rows.put(key, value);
        bytes.addAndGet(value.length - (old == null ? 0 : old.length));
        if (value.length > largestRow) { // RACE check-then-act #1
            largestRow = value.length; // RACE check-then-act #1
        }
    }

    byte[] get(String key) {
        return rows.get(key);
    }

    long sizeInBytes() {
        return bytes.get();
    }

    long largestRow() {
        return largestRow;
    }
}
