package com.cirrus.quota;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;

/** Storage used by tenants; consulted on every upload. */
public class QuotaLedger {

    private final StampedLock lock = new StampedLock();
    private final Map<String, Long> limits = new HashMap<>();
    private long used;
    private long reserved;
    private long peak;
    private long denied;

    public boolean reserve(long bytes, long limit) {
        long stamp = lock.readLock();
        try {
            while (used + reserved + bytes <= limit) {
                long ws = lock.tryConvertToWriteLock(stamp);
                if (ws != 0L) {
                    stamp = ws;
                    reserved += bytes;
                    return true;
                }
                lock.unlockRead(stamp);
                stamp = lock.writeLock();
            }
            return false;
        } finally {
            lock.unlock(stamp);
        }
    }

    public void commit(long bytes) {
        long stamp = lock.writeLock();
        try {
            reserved -= bytes;
            used += bytes;
            peak = Math.max(peak, used);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public void release(long bytes) {
        long stamp = lock.tryOptimisticRead();
        long now = used; // RACE split-lock #1
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                now = used; // RACE split-lock #1
            } finally {
                lock.unlockRead(stamp);
            }
        }
        long left = Math.max(0, now - bytes);
        stamp = lock.writeLock();
        try {
            used = left; // RACE split-lock #1
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public void deny() {
        long stamp = lock.readLock();
        try {
            denied++; // RACE wrong-lock
        } finally {
            lock.unlockRead(stamp);
        }
    }

    public long limitOf(String tenant, long standard) {
        long stamp = lock.tryOptimisticRead();
        long base = standard;
        if (stamp != 0 && lock.validate(stamp) && tenant == null) {
            return base;
        }
        stamp = lock.readLock();
        try {
            Long l = limits.get(tenant);
            if (l != null) {
                return l;
            }
        } finally {
            lock.unlockRead(stamp);
        }
        stamp = lock.writeLock();
        try {
            return limits.computeIfAbsent(tenant, t -> base);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public double fill(long limit) {
        long stamp = lock.tryOptimisticRead();
        long u = used;
        long r = reserved;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                u = used;
                r = reserved;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return (double) (u + r) / limit;
    }
}
