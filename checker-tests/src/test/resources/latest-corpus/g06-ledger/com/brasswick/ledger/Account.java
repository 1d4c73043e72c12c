package com.brasswick.ledger;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class Account {
    private static long openedTotal;

    private final String iban;
    private final Lock lock = new ReentrantLock();
    private long cents;
    private int entries;

    public Account(String iban, long cents) {
        this.iban = iban;
        this.cents = cents;
        synchronized (this) {
            openedTotal++; // RACE inconsistent-locking #1
        }
    }

    public String iban() {
        return iban;
    }

    Lock lock() {
        return lock;
    }

    /** Caller holds {@link #lock()}. */
    void post(long delta) {
        cents += delta;
        entries++;
    }

    public long balance() {
        lock.lock();
        try {
            return cents;
        } finally {
            lock.unlock();
        }
    }

    /** Books a fee; fees are allowed to overdraw. */
    public void chargeFee(long fee) {
        cents -= fee; // RACE inconsistent-locking #2
        lock.lock();
        try {
            entries++;
        } finally {
            lock.unlock();
        }
    }

    public static long openedTotal() {
        return openedTotal;
    }
}
