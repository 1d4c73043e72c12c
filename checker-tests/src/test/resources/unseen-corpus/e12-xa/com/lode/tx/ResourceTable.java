package com.lode.tx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class ResourceTable {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Map<String, List<Long>> holders = new HashMap<>();
    private int lookups;

    public void enlist(String resource, long tx) {
        rw.writeLock().lock();
        try {
            List<Long> l = holders.get(resource);
            if (l == null) {
                l = new ArrayList<>();
                holders.put(resource, l);
            }
            l.add(tx);
        } finally {
            rw.writeLock().unlock();
        }
    }

    public List<Long> holders(String resource) {
        rw.readLock().lock();
        try {
            lookups++; // RACE wrong-lock
            List<Long> l = holders.get(resource);
            return l == null ? List.of() : new ArrayList<>(l);
        } finally {
            rw.readLock().unlock();
        }
    }

    public int lookups() {
        rw.readLock().lock();
        try {
            return lookups;
        } finally {
            rw.readLock().unlock();
        }
    }
}
