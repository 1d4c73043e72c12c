package dev.ledgerly.util;

import java.util.concurrent.locks.ReentrantLock;

/** Counters by key hash. Every slot has its own lock. */
public final class StripedCounters {
    private final ReentrantLock[] locks;
    private final long[] counts;
    private long operations;
    private volatile int hottest;

    public StripedCounters(int stripes) {
        locks = new ReentrantLock[stripes];
        counts = new long[stripes];
        for (int i = 0; i < stripes; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    private int slot(Object key) {
        int h = key.hashCode();
        return ((h ^ (h >>> 16)) & Integer.MAX_VALUE) % locks.length;
    }

    public void add(Object key, long n) {
        int i = slot(key);
        locks[i].lock();
        try {
            counts[i] += n;
            operations++; // RACE wrong-lock
        } finally {
            locks[i].unlock();
        }
    }

    public void markHot(Object key) {
        hottest = slot(key);
    }

    public long total() {
        long sum = 0;
        for (ReentrantLock l : locks) {
            l.lock();
        }
        try {
            for (long c : counts) {
                sum += c;
            }
        } finally {
            for (ReentrantLock l : locks) {
                l.unlock();
            }
        }
        return sum;
    }

    public long operations() {
        return operations;
    }

    public int hottest() {
        return hottest;
    }
}
