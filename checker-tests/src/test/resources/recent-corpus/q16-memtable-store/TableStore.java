package org.stratadb.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Store of one table: writes go to the active {@link MemTable}, full ones are flushed behind. */
public class TableStore {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ExecutorService flusher = Executors.newFixedThreadPool(2);
    private final Deque<MemTable> immutable = new ArrayDeque<>();
    private final long flushThreshold;
    private MemTable active = new MemTable();
    private int generation;
    private int flushed;
    private long nextFileNumber = 1;

    public TableStore(long flushThreshold) {
        this.flushThreshold = flushThreshold;
    }

    /** Called by all the client threads. */
    public void put(String key, byte[] value) {
        lock.readLock().lock();
        try {
            active.put(key, value);
        } finally {
            lock.readLock().unlock();
        }
        maybeSwitch();
    }

    private void maybeSwitch() {
        MemTable full;
        lock.readLock().lock();
        try {
            if (active.sizeInBytes() < flushThreshold) {
                return;
            }
            full = active;
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (active != full) {
                return;
            }
            immutable.addLast(full);
            active = new MemTable();
            generation++;
        } finally {
            lock.writeLock().unlock();
        }
        flusher.execute(() -> flush(full));
    }

    private void flush(MemTable table) {
        long number = allocateFileNumber();
        writeFile(number, table);
        lock.writeLock().lock();
        try {
            immutable.remove(table);
            flushed++;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private long allocateFileNumber() {
        long n;
        lock.readLock().lock();
        try {
            n = nextFileNumber; // RACE split-lock #2
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            nextFileNumber = n + 1; // RACE split-lock #2
        } finally {
            lock.writeLock().unlock();
        }
        return n;
    }

    private void writeFile(long number, MemTable table) {
        if (number <= 0) {
            throw new IllegalStateException("bad file number for " + table.id);
        }
    }

    public byte[] get(String key) {
        lock.readLock().lock();
        try {
            byte[] v = active.get(key);
            for (java.util.Iterator<MemTable> it = immutable.descendingIterator(); v == null && it.hasNext(); ) {
                v = it.next().get(key);
            }
            return v;
        } finally {
            lock.readLock().unlock();
        }
    }

    public int[] stats() {
        lock.readLock().lock();
        try {
            return new int[] {generation, flushed, immutable.size()};
        } finally {
            lock.readLock().unlock();
        }
    }
}
