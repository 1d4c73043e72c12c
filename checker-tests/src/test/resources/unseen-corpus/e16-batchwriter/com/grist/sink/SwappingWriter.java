package com.grist.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Swaps the buffer under the lock; the sender owns the old one. */
public class SwappingWriter {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock sendLock = new ReentrantLock();
    private final Sink sink;
    private final AtomicLong largest = new AtomicLong();
    private List<String> rows = new ArrayList<>();
    private long sent;

    public SwappingWriter(Sink sink) {
        this.sink = sink;
    }

    public void write(String row) {
        lock.lock();
        try {
            rows.add(row);
        } finally {
            lock.unlock();
        }
    }

    public void flush() {
        sendLock.lock();
        try {
            List<String> mine;
            lock.lock();
            try {
                mine = rows;
                rows = new ArrayList<>(mine.size());
            } finally {
                lock.unlock();
            }
            mine.add("-- end of batch");
            sink.send(mine);
            sent += mine.size();
            largest.accumulateAndGet(mine.size(), Math::max);
        } finally {
            sendLock.unlock();
        }
    }

    public boolean tryFlush() {
        if (!sendLock.tryLock()) {
            return false;
        }
        try {
            sent++;
            return true;
        } finally {
            sendLock.unlock();
        }
    }

    public long sent() {
        sendLock.lock();
        try {
            return sent;
        } finally {
            sendLock.unlock();
        }
    }
}
