package org.oldtown.db;

import java.util.Iterator;
import java.util.LinkedList;

/**
 * Bounded pool of handles. Waiters queue on the monitor of the pool.
 *
 * @since 1.2
 */
public class ConnectionPool {

    private final LinkedList idle = new LinkedList();
    private final int max;
    private int live;
    private int highWater;
    private int serial;

    public ConnectionPool(int max) {
        this.max = max;
    }

    public synchronized Handle checkout(long timeout) throws InterruptedException {
        long deadline = System.currentTimeMillis() + timeout;
        while (idle.isEmpty() && live >= max) {
            long left = deadline - System.currentTimeMillis();
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        if (!idle.isEmpty()) {
            return (Handle) idle.removeFirst();
        }
        return open();
    }

    /** Only from checkout. */
    private Handle open() {
        live++;
        if (live > highWater) {
            highWater = live;
        }
        return new Handle(this, ++serial);
    }

    public synchronized void checkin(Handle h) {
        h.lastUsed = System.currentTimeMillis();
        idle.addFirst(h);
        notify();
    }

    /** A handle whose socket broke is not given back but thrown away. */
    public void discard(Handle h) {
        h.close();
        live--; // RACE wrong-lock
        synchronized (this) {
            notifyAll();
        }
    }

    /** Closes what has been idle for too long; the caller owns the monitor. */
    int evict(long olderThan) {
        int n = 0;
        for (Iterator it = idle.iterator(); it.hasNext();) {
            Handle h = (Handle) it.next();
            if (h.lastUsed < olderThan) {
                it.remove();
                h.close();
                live--;
                n++;
            }
        }
        return n;
    }

    public synchronized int getLive() {
        return live;
    }

    public synchronized int getHighWater() {
        return highWater;
    }
}
