package com.grist.sink;

import java.util.ArrayList;
import java.util.List;

/** Collects rows of all producers and hands them to the sink in batches. */
public class BatchWriter {
    private final Sink sink;
    private final int batchSize;
    private final Object lock = new Object();
    private List<String> rows = new ArrayList<>();
    private long accepted;
    private volatile long flushes;

    public BatchWriter(Sink sink, int batchSize) {
        this.sink = sink;
        this.batchSize = batchSize;
    }

    public void write(String row) {
        boolean full;
        synchronized (lock) {
            rows.add(row);
            accepted++;
            full = rows.size() >= batchSize;
        }
        if (full) {
            flush();
        }
    }

    public void flush() {
        List<String> batch;
        synchronized (lock) {
            if (rows.isEmpty()) {
                return;
            }
            batch = new ArrayList<>(rows); // RACE split-lock #1
        }
        sink.send(batch);
        synchronized (lock) {
            rows.clear(); // RACE split-lock #1
        }
        flushes++; // RACE atomic-compound
    }

    public long accepted() {
        synchronized (lock) {
            return accepted;
        }
    }

    public long flushes() {
        return flushes;
    }
}
