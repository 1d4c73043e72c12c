package org.streamloom.mailbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Letters for one task thread; any thread may put, only the task thread takes. */
final class Mailbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Deque<Runnable> batch = new ArrayDeque<>();
    private final Thread taskThread;
    private volatile boolean hasNew;

    Mailbox(Thread taskThread) {
        this.taskThread = taskThread;
    }

    void put(Runnable letter) {
        lock.lock();
        try {
            queue.addLast(letter);
            hasNew = true;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean createBatch() {
        checkIsTaskThread();
        if (!hasNew) {
            return !batch.isEmpty();
        }
        lock.lock();
        try {
            Runnable r;
            while ((r = queue.pollFirst()) != null) {
                batch.addLast(r);
            }
            hasNew = false;
            return !batch.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    Optional<Runnable> tryTakeFromBatch() {
        checkIsTaskThread();
        return Optional.ofNullable(batch.pollFirst());
    }

    Runnable take() throws InterruptedException {
        checkIsTaskThread();
        Runnable head = batch.pollFirst();
        if (head != null) {
            return head;
        }
        lock.lockInterruptibly();
        try {
            while ((head = queue.pollFirst()) == null) {
                notEmpty.await();
            }
            hasNew = !queue.isEmpty();
            return head;
        } finally {
            lock.unlock();
        }
    }

    private void checkIsTaskThread() {
        if (Thread.currentThread() != taskThread) {
            throw new IllegalStateException("not the task thread: " + Thread.currentThread().getName());
        }
    }
}
