package org.bulwark.acl;

import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class AccessControl {
    private final ConcurrentMap<String, Permissions> byName = new ConcurrentHashMap<>();
    private final BitSet quarantined = new BitSet();
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final AtomicLong checks = new AtomicLong();
    private volatile boolean strict;

    public boolean check(String name, Permissions.Right r) {
        checks.getAndIncrement();
        rw.readLock().lock();
        try {
            if (quarantined.get(name.hashCode() & 1023)) {
                return false;
            }
        } finally {
            rw.readLock().unlock();
        }
        Permissions p = byName.get(name);
        return p != null ? p.allows(r) : !strict;
    }

    public void quarantine(String name) {
        rw.writeLock().lock();
        try {
            quarantined.set(name.hashCode() & 1023);
        } finally {
            rw.writeLock().unlock();
        }
    }

    public Permissions of(String name) {
        return byName.computeIfAbsent(name, n -> new Permissions());
    }

    /** Switches between strict and lenient; several consoles have the button. */
    public void toggleStrict() {
        strict = !strict; // RACE read-modify-write #3
    }

    public void setStrict(boolean on) {
        strict = on;
    }
}
