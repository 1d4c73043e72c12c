package org.example.cassandra.db;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentSkipListMap;

class Row {
    private final ConcurrentSkipListMap<String, ByteBuffer> columns = new ConcurrentSkipListMap<>();

    /** Keeps the newer of two values for the same column. */
    void addColumn(String name, ByteBuffer value) {
        ByteBuffer old;
        while ((old = columns.putIfAbsent(name, value)) != null) {
            if (old.compareTo(value) >= 0 || columns.replace(name, old, value)) {
                break;
            }
        }
    }

    long serializedSize() {
        long size = 0;
        for (ByteBuffer b : columns.values()) {
            size += b.remaining();
        }
        return size;
    }
}
