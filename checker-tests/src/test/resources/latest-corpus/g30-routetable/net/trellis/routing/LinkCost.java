package net.trellis.routing;

import java.util.concurrent.locks.StampedLock;

/** Smoothed cost of a link, guarded by a stamped lock. */
public final class LinkCost {
    private final StampedLock lock = new StampedLock();
    private double cost;
    private int samples;

    public void sample(double c) {
        long stamp = lock.writeLock();
        try {
            samples++;
            cost += (c - cost) / Math.min(samples, 16);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public double cost() {
        long stamp = lock.tryOptimisticRead();
        double c = cost;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                c = cost;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return c;
    }

    /** Caps the cost when it has grown beyond the limit. */
    public void cap(double limit) {
        long stamp = lock.readLock();
        try {
            while (cost > limit) {
                long w = lock.tryConvertToWriteLock(stamp);
                if (w != 0) {
                    stamp = w;
                    cost = limit;
                } else {
                    lock.unlockRead(stamp);
                    stamp = lock.writeLock();
                }
            }
        } finally {
            lock.unlock(stamp);
        }
    }
}
