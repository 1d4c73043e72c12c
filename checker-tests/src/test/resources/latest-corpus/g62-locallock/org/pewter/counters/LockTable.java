package org.pewter.counters;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks by name. */
public final class LockTable {
    private final ConcurrentMap<String, Lock> locks = new ConcurrentHashMap<>();

    public Lock lockFor(String name) {
        return locks.computeIfAbsent(name, n -> new ReentrantLock());
    }

    public void with(String name, Runnable body) {
        Lock l = lockFor(name);
        l.lock();
        try {
            body.run();
        } finally {
            l.unlock();
        }
    }
}
