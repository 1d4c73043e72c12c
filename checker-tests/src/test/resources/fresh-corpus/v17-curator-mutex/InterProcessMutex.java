package org.example.curator.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A re-entrant mutex that works across JVMs; every thread that shares an instance competes for it. */
public class InterProcessMutex {
    interface LockInternals {
        String attemptLock(long time, TimeUnit unit) throws Exception;

        void releaseLock(String lockPath) throws Exception;
    }

    private static class LockData {
        final Thread owningThread;
        final String lockPath;
        final AtomicInteger lockCount = new AtomicInteger(1);
        int reentries;

        LockData(Thread owningThread, String lockPath) {
            this.owningThread = owningThread;
            this.lockPath = lockPath;
        }
    }

    private final ConcurrentMap<Thread, LockData> threadData = new ConcurrentHashMap<>();
    private final LockInternals internals;
    private final List<Runnable> revocables = new ArrayList<>();

    InterProcessMutex(LockInternals internals) {
        this.internals = internals;
    }

    public void acquire() throws Exception {
        if (!internalLock(-1, null)) {
            throw new IllegalStateException("Lost connection while trying to acquire lock");
        }
    }

    private boolean internalLock(long time, TimeUnit unit) throws Exception {
        Thread currentThread = Thread.currentThread();
        LockData lockData = threadData.get(currentThread);
        if (lockData != null) {
            lockData.lockCount.incrementAndGet();
            lockData.reentries++;
            return true;
        }
        String lockPath = internals.attemptLock(time, unit);
        if (lockPath != null) {
            threadData.put(currentThread, new LockData(currentThread, lockPath));
            return true;
        }
        return false;
    }

    public void release() throws Exception {
        Thread currentThread = Thread.currentThread();
        LockData lockData = threadData.get(currentThread);
        if (lockData == null) {
            throw new IllegalMonitorStateException("You do not own the lock");
        }
        int newCount = lockData.lockCount.decrementAndGet();
        if (newCount > 0) {
            return;
        }
        if (newCount < 0) {
            throw new IllegalMonitorStateException("Lock count has gone negative: " + lockData.lockPath);
        }
        try {
            internals.releaseLock(lockData.lockPath);
        } finally {
            threadData.remove(currentThread);
        }
    }

    public void makeRevocable(Runnable listener) {
        synchronized (revocables) {
            if (!revocables.contains(listener)) {
                revocables.add(listener);
            }
        }
    }

    boolean isOwnedByCurrentThread() {
        LockData d = threadData.get(Thread.currentThread());
        return d != null && d.owningThread == Thread.currentThread() && d.lockCount.get() > 0;
    }
}
