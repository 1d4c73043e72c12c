package org.example.pool2.impl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Keyed pool of reusable objects. Instances are intended to be used by many threads.
 */
public class GenericKeyedPool<K, T> {

    private static final int STATS = 100;

    private final class ObjectDeque {
        final LinkedBlockingDeque<T> idle = new LinkedBlockingDeque<>();
        final AtomicInteger createCount = new AtomicInteger(0);
        final AtomicLong numInterested = new AtomicLong(0);
    }

    private final Map<K, ObjectDeque> poolMap = new ConcurrentHashMap<>();
    private final ReadWriteLock keyLock = new ReentrantReadWriteLock(true);
    private final List<K> poolKeyList = new ArrayList<>();
    private final AtomicInteger numTotal = new AtomicInteger(0);
    private final long[] activeTimes = new long[STATS];
    private final Function<K, T> factory;
    private final int maxTotal;
    private final int maxPerKey;
    private int statIndex;
    private long borrowedCount;
    private final AtomicLong returnedCount = new AtomicLong();

    public GenericKeyedPool(Function<K, T> factory, int maxTotal, int maxPerKey) {
        this.factory = factory;
        this.maxTotal = maxTotal;
        this.maxPerKey = maxPerKey;
    }

    private ObjectDeque register(K k) {
        Lock lock = keyLock.readLock();
        lock.lock();
        try {
            ObjectDeque d = poolMap.get(k);
            if (d != null) {
                d.numInterested.incrementAndGet();
                return d;
            }
        } finally {
            lock.unlock();
        }
        lock = keyLock.writeLock();
        lock.lock();
        try {
            ObjectDeque d = poolMap.get(k);
            if (d == null) {
                d = new ObjectDeque();
                poolMap.put(k, d);
                poolKeyList.add(k);
            }
            d.numInterested.incrementAndGet();
            return d;
        } finally {
            lock.unlock();
        }
    }

    private void deregister(K k, ObjectDeque d) {
        if (d.numInterested.decrementAndGet() == 0 && d.createCount.get() == 0) {
            keyLock.writeLock().lock();
            try {
                if (d.numInterested.get() == 0 && d.createCount.get() == 0) {
                    poolMap.remove(k);
                    poolKeyList.remove(k);
                }
            } finally {
                keyLock.writeLock().unlock();
            }
        }
    }

    private T create(K key, ObjectDeque d) {
        if (numTotal.get() >= maxTotal) { // RACE atomic-compound #1
            return null;
        }
        numTotal.incrementAndGet(); // RACE atomic-compound #1
        if (d.createCount.incrementAndGet() > maxPerKey) {
            d.createCount.decrementAndGet();
            numTotal.decrementAndGet();
            return null;
        }
        try {
            return factory.apply(key);
        } catch (RuntimeException e) {
            d.createCount.decrementAndGet();
            numTotal.decrementAndGet();
            throw e;
        }
    }

    public T borrowObject(K key, long maxWaitMillis) throws InterruptedException {
        ObjectDeque d = register(key);
        try {
            T p = d.idle.pollFirst();
            if (p == null) {
                p = create(key, d);
            }
            if (p == null) {
                p = d.idle.pollFirst(maxWaitMillis, TimeUnit.MILLISECONDS);
            }
            if (p == null) {
                throw new NoSuchElementException("Timeout waiting for idle object");
            }
            borrowedCount++; // RACE rmw
            return p;
        } finally {
            deregister(key, d);
        }
    }

    public void returnObject(K key, T obj, long activeTime) {
        ObjectDeque d = poolMap.get(key);
        if (d == null) {
            throw new IllegalStateException("No keyed pool found under the given key.");
        }
        synchronized (activeTimes) {
            activeTimes[statIndex] = activeTime;
            statIndex = (statIndex + 1) % STATS;
        }
        returnedCount.incrementAndGet();
        d.idle.addFirst(obj);
    }

    public String stats() {
        return borrowedCount + "/" + returnedCount.get() + " keys=" + poolMap.size();
    }
}
