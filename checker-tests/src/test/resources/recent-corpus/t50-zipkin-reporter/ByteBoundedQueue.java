package org.example.zipkin.reporter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;

/** Queue bounded by count and by the encoded size; many producers, one drainer. */
final class ByteBoundedQueue<S> {

    private final ReentrantLock lock = new ReentrantLock(false);
    private final Condition available = lock.newCondition();
    private final int maxSize;
    private final int maxBytes;
    private final Object[] elements;
    private final int[] sizesInBytes;
    private int count;
    private int sizeInBytes;
    private int writePos;
    private int readPos;

    ByteBoundedQueue(int maxSize, int maxBytes) {
        this.elements = new Object[maxSize];
        this.sizesInBytes = new int[maxSize];
        this.maxSize = maxSize;
        this.maxBytes = maxBytes;
    }

    boolean offer(S next, int nextSize) {
        lock.lock();
        try {
            if (count == maxSize || sizeInBytes + nextSize > maxBytes) {
                return false;
            }
            elements[writePos] = next;
            sizesInBytes[writePos++] = nextSize;
            if (writePos == maxSize) {
                writePos = 0;
            }
            count++;
            sizeInBytes += nextSize;
            available.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    int drainTo(BiPredicate<S, Integer> consumer, long nanosTimeout) {
        try {
            lock.lockInterruptibly();
            try {
                long nanosLeft = nanosTimeout;
                while (count == 0) {
                    if (nanosLeft <= 0) {
                        return 0;
                    }
                    nanosLeft = available.awaitNanos(nanosLeft);
                }
                return doDrain(consumer);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            return 0;
        }
    }

    @SuppressWarnings("unchecked")
    private int doDrain(BiPredicate<S, Integer> consumer) {
        int drainedCount = 0;
        int drainedBytes = 0;
        while (drainedCount < count) {
            S next = (S) elements[readPos];
            int size = sizesInBytes[readPos];
            if (next == null || !consumer.test(next, size)) {
                break;
            }
            drainedCount++;
            drainedBytes += size;
            elements[readPos] = null;
            if (++readPos == elements.length) {
                readPos = 0;
            }
        }
        count -= drainedCount;
        sizeInBytes -= drainedBytes;
        return drainedCount;
    }

    long timeoutNanos(long ms) {
        return TimeUnit.MILLISECONDS.toNanos(ms);
    }
}
