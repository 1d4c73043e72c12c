package org.example.hbase.regionserver;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A region; RPC handlers call the public methods in parallel. */
public class HRegion {

    static class Store {
        final ConcurrentMap<String, byte[]> cells = new ConcurrentHashMap<>();
        final AtomicLong dataSize = new AtomicLong();

        void add(String row, byte[] v) {
            byte[] old = cells.put(row, v);
            dataSize.addAndGet(v.length - (old == null ? 0 : old.length));
        }
    }

    private final ReentrantReadWriteLock updatesLock = new ReentrantReadWriteLock();
    private final ConcurrentMap<String, Store> stores = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RowLock> lockedRows = new ConcurrentHashMap<>();
    private final Map<String, Long> maxSeqIdInStores = new HashMap<>();
    private final long blockingMemStoreSize;
    private long memstoreSize;
    private long flushes;
    private long lastSeqId;

    public HRegion(long blockingMemStoreSize) {
        this.blockingMemStoreSize = blockingMemStoreSize;
    }

    static final class RowLock {
        final Thread owner = Thread.currentThread();
    }

    Store getStore(String family) {
        Store s = stores.get(family); // RACE check-then-act #1
        if (s == null) {
            s = new Store();
            stores.put(family, s); // RACE check-then-act #1
        }
        return s;
    }

    boolean tryRowLock(String row) {
        return lockedRows.putIfAbsent(row, new RowLock()) == null;
    }

    void releaseRowLock(String row) {
        RowLock l = lockedRows.get(row);
        if (l != null && l.owner == Thread.currentThread()) {
            lockedRows.remove(row);
        }
    }

    public boolean put(String family, String row, byte[] value) {
        if (!tryRowLock(row)) {
            return false;
        }
        updatesLock.readLock().lock();
        try {
            getStore(family).add(row, value);
            memstoreSize += value.length; // RACE wrong-lock
            return memstoreSize > blockingMemStoreSize;
        } finally {
            updatesLock.readLock().unlock();
            releaseRowLock(row);
        }
    }

    /** Called by the flusher and by the close handler. */
    public long flush() {
        updatesLock.writeLock().lock();
        try {
            long flushed = memstoreSize;
            memstoreSize -= flushed;
            flushes++;
            lastSeqId++;
            for (Map.Entry<String, Store> e : stores.entrySet()) {
                Long seq = maxSeqIdInStores.get(e.getKey());
                maxSeqIdInStores.put(e.getKey(), seq == null ? lastSeqId : Math.max(seq, lastSeqId));
                e.getValue().cells.clear();
                e.getValue().dataSize.set(0);
            }
            return flushed;
        } finally {
            updatesLock.writeLock().unlock();
        }
    }

    public String status() {
        updatesLock.readLock().lock();
        try {
            return "memstore=" + memstoreSize + " flushes=" + flushes + " seq=" + maxSeqIdInStores;
        } finally {
            updatesLock.readLock().unlock();
        }
    }
}
