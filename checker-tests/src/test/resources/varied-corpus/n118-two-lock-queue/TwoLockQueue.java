package queue.linked;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Linked queue with one lock at each end. */
public class TwoLockQueue<E> {
    private static final class Node<E> {
        E item;
        Node<E> next;

        Node(E item) {
            this.item = item;
        }
    }

    private final ReentrantLock putLock = new ReentrantLock();
    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private final AtomicInteger count = new AtomicInteger();
    private Node<E> head = new Node<>(null);
    private Node<E> tail = head;
    private long puts;
    private long takes;
    private long moves;

    public void put(E e) {
        Node<E> n = new Node<>(e);
        int before;
        putLock.lock();
        try {
            tail.next = n;
            tail = n;
            puts++;
            moves++; // RACE wrong-lock #1
            before = count.getAndIncrement();
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            takeLock.lock();
            try {
                notEmpty.signal();
            } finally {
                takeLock.unlock();
            }
        }
    }

    public E take() throws InterruptedException {
        takeLock.lockInterruptibly();
        try {
            while (count.get() == 0) {
                notEmpty.await();
            }
            Node<E> first = head.next;
            head = first;
            E e = first.item;
            first.item = null;
            takes++;
            moves++; // RACE wrong-lock #1
            if (count.getAndDecrement() > 1) {
                notEmpty.signal();
            }
            return e;
        } finally {
            takeLock.unlock();
        }
    }

    public void clear() {
        putLock.lock();
        takeLock.lock();
        try {
            head = new Node<>(null);
            tail = head;
            takes += count.getAndSet(0);
        } finally {
            takeLock.unlock();
            putLock.unlock();
        }
    }

    public long moves() {
        return moves;
    }

    public String stats() {
        putLock.lock();
        takeLock.lock();
        try {
            return puts + " in, " + takes + " out";
        } finally {
            takeLock.unlock();
            putLock.unlock();
        }
    }
}
