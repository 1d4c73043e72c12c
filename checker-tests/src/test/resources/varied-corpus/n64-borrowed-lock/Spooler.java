package spool.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Spooler {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SpoolFile> files = new LinkedHashMap<>();
    private int compactions;
    private int opened;

    public ReentrantLock lock() {
        return lock;
    }

    SpoolFile open(String name) {
        final Lock l = lock();
        l.lock();
        try {
            SpoolFile f = files.get(name);
            if (f == null) {
                f = new SpoolFile(name, lock);
                files.put(name, f);
                opened++;
            }
            return f;
        } finally {
            l.unlock();
        }
    }

    long total() {
        lock.lock();
        try {
            long sum = 0;
            for (SpoolFile f : files.values()) {
                sum += f.lengthLocked();
            }
            return sum;
        } finally {
            lock.unlock();
        }
    }

    void noteCompaction() {
        assert lock.isHeldByCurrentThread();
        compactions++;
    }

    int compactions() {
        lock.lock();
        try {
            return compactions;
        } finally {
            lock.unlock();
        }
    }

    Map<String, SpoolFile> filesLocked() {
        return files;
    }
}
