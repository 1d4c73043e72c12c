package org.ferrous.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes journal records from a queue with one thread; flushes at shutdown. */
public class Journaler {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final List<String> batch = new ArrayList<>();
    private final Consumer<List<String>> store;
    private final Thread writer = new Thread(this::loop, "journaler");
    private int batches;
    private long records;
    private int rejected;
    private volatile boolean closing;

    public Journaler(Consumer<List<String>> store) {
        this.store = store;
    }

    public void open() {
        writer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            closing = true;
            flush();
        }));
    }

    /** Any thread. */
    public boolean append(String record) {
        if (closing) {
            synchronized (queue) {
                rejected++;
            }
            return false;
        }
        return queue.offer(record);
    }

    private void loop() {
        try {
            while (!closing) {
                String r = queue.poll(100, TimeUnit.MILLISECONDS);
                if (r != null) {
                    batch.add(r); // RACE unguarded-collection #1
                    records++;
                }
                if (batch.size() >= 64 || r == null && !batch.isEmpty()) {
                    flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        store.accept(new ArrayList<>(batch));
        batch.clear(); // RACE unguarded-collection #1
        batches++; // RACE read-modify-write #2
    }

    public int rejected() {
        synchronized (queue) {
            return rejected;
        }
    }

    public String toString() {
        return records + " records in " + batches;
    }
}
