package com.lode.tx;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Thread-bound transactions. One manager per JVM, shared by all threads. */
public class TxManager {
    private final ThreadLocal<Tx> current = new ThreadLocal<>();
    private final ConcurrentMap<Long, Tx> active = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile long commits;
    private volatile long rollbacks;
    private final Object lockTable = new Object();
    private int waiters;

    public Tx begin() {
        Tx tx = current.get();
        if (tx != null) {
            tx.depth++;
            return tx;
        }
        tx = new Tx(ids.incrementAndGet());
        current.set(tx);
        active.put(tx.id, tx);
        return tx;
    }

    public void commit() {
        Tx tx = current.get();
        if (--tx.depth > 0) {
            return;
        }
        tx.runSynchronizations();
        detach(tx);
        commits++; // RACE atomic-compound
    }

    public void rollback() {
        Tx tx = current.get();
        tx.undo();
        detach(tx);
        synchronized (this) {
            rollbacks++;
        }
    }

    private void detach(Tx tx) {
        current.remove();
        active.remove(tx.id);
        synchronized (lockTable) {
            lockTable.notifyAll();
        }
    }

    /** Waits until transaction {@code id} is through. */
    public void awaitEnd(long id) throws InterruptedException {
        synchronized (lockTable) {
            waiters++;
            try {
                while (active.containsKey(id)) {
                    lockTable.wait();
                }
            } finally {
                waiters--;
            }
        }
    }

    public long commits() {
        return commits;
    }

    public long rollbacks() {
        return rollbacks;
    }
}
