package com.bastion.lock;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Part numbers and how many there are. Thread-safe. */
public class Inventory {
    private final Lock lock = new ReentrantLock();
    private final StampedLock priceLock = new StampedLock();
    private final Semaphore gate = new Semaphore(1);
    private final Guarded<Map<String, Integer>> reserved = new Guarded<>(new HashMap<>());
    private final Map<String, Integer> stock = new HashMap<>();
    private volatile int revisions;
    private double priceSum;
    private int audits;

    public void add(String part, int n) {
        try (Latchkey k = Latchkey.hold(lock)) {
            Integer old = stock.get(part);
            stock.put(part, old == null ? n : old + n);
            revisions++;
        }
    }

    public boolean take(String part) {
        try (Latchkey k = Latchkey.hold(lock)) {
            int n = stock.getOrDefault(part, 0);
            if (n == 0) {
                return false;
            }
            stock.put(part, n - 1);
            revisions++;
            return true;
        }
    }

    public int reserve(String part) {
        return reserved.with(m -> {
            int n = m.containsKey(part) ? m.get(part) + 1 : 1;
            m.put(part, n);
            return n;
        });
    }

    public void addPrice(double p) {
        long stamp = priceLock.writeLock();
        try {
            priceSum += p;
        } finally {
            priceLock.unlockWrite(stamp);
        }
    }

    public double priceSum() {
        long stamp = priceLock.tryOptimisticRead();
        double v = priceSum;
        if (!priceLock.validate(stamp)) {
            stamp = priceLock.readLock();
            try {
                v = priceSum;
            } finally {
                priceLock.unlockRead(stamp);
            }
        }
        return v;
    }

    public int audit() throws InterruptedException {
        gate.acquire();
        try {
            return ++audits;
        } finally {
            gate.release();
        }
    }

    public int revisions() {
        return revisions;
    }
}
