package com.spindle.buffers;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Classic bounded buffer with two conditions. */
public class BoundedBuffer<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Object[] items;
    private int putAt;
    private int takeAt;
    private int count;
    private long puts;
    private long takes;

    public BoundedBuffer(int capacity) {
        items = new Object[capacity];
    }

    public void put(T t) throws InterruptedException {
        lock.lock();
        try {
            while (count == items.length) {
                notFull.await();
            }
            items[putAt] = t;
            putAt = (putAt + 1) % items.length;
            count++;
            puts++;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("unchecked")
    public T take() throws InterruptedException {
        T t;
        lock.lock();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            t = (T) items[takeAt];
            items[takeAt] = null;
            takeAt = (takeAt + 1) % items.length;
            count--;
            notFull.signal();
        } finally {
            lock.unlock();
        }
        takes++; // RACE inconsistent-locking #1
        return t;
    }

    /** Puts only when there is room at once. */
    public boolean offer(T t) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (count == items.length) {
                return false;
            }
            items[putAt] = t;
            putAt = next(putAt);
            count++;
            puts++;
            notEmpty.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int next(int i) {
        return ++i == items.length ? 0 : i;
    }

    public long[] counts() {
        lock.lock();
        try {
            return new long[] {puts, takes};
        } finally {
            lock.unlock();
        }
    }
}
