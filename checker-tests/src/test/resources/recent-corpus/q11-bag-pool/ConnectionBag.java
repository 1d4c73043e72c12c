package com.lightcp.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared list of entries with a thread-local short cut. */
public class ConnectionBag {

    private final CopyOnWriteArrayList<PoolEntry> shared = new CopyOnWriteArrayList<>();
    private final ThreadLocal<List<PoolEntry>> threadList = ThreadLocal.withInitial(() -> new ArrayList<>(16));
    private final SynchronousQueue<PoolEntry> handoff = new SynchronousQueue<>(true);
    private final AtomicInteger waiters = new AtomicInteger();

    public void add(PoolEntry e) {
        shared.add(e);
    }

    PoolEntry borrow(long timeoutNanos) throws InterruptedException {
        List<PoolEntry> local = threadList.get();
        for (int i = local.size() - 1; i >= 0; i--) {
            PoolEntry e = local.remove(i);
            if (e.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.IN_USE)) {
                e.onBorrow(System.nanoTime());
                return e;
            }
        }
        waiters.incrementAndGet();
        try {
            for (PoolEntry e : shared) {
                if (e.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.IN_USE)) {
                    e.onBorrow(System.nanoTime());
                    return e;
                }
            }
            PoolEntry e = handoff.poll(timeoutNanos, TimeUnit.NANOSECONDS);
            if (e != null && e.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.IN_USE)) {
                e.onBorrow(System.nanoTime());
                return e;
            }
            return null;
        } finally {
            waiters.decrementAndGet();
        }
    }

    void requite(PoolEntry e) {
        e.recycle(System.nanoTime());
        e.setState(PoolEntry.NOT_IN_USE);
        for (int i = 0; waiters.get() > 0; i++) {
            if (e.getState() != PoolEntry.NOT_IN_USE || handoff.offer(e)) {
                return;
            }
            if ((i & 0xff) == 0xff) {
                Thread.yield();
            }
        }
        List<PoolEntry> local = threadList.get();
        if (local.size() < 50) {
            local.add(e);
        }
    }

    /** House keeper: drops idle entries. */
    int evictIdle(long olderThan) {
        int n = 0;
        for (PoolEntry e : shared) {
            if (e.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.RESERVED)) {
                if (e.lastAccessed < olderThan) {
                    e.setState(PoolEntry.REMOVED);
                    shared.remove(e);
                    e.close();
                    n++;
                } else {
                    e.setState(PoolEntry.NOT_IN_USE);
                }
            }
        }
        return n;
    }
}
