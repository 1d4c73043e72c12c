package twolock;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Bounded linked queue with separate locks for both ends. Thread-safe. */
public class TwoLockQueue<E> {

    private final int capacity;
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private final ReentrantLock putLock = new ReentrantLock();
    private final Condition notFull = putLock.newCondition();
    private Node<E> head;
    private Node<E> last;
    private long taken;
    private long put;

    public TwoLockQueue(int capacity) {
        this.capacity = capacity;
        this.head = new Node<>(null);
        this.last = head;
    }

    public void put(E e) throws InterruptedException {
        int before;
        putLock.lockInterruptibly();
        try {
            while (count.get() == capacity) {
                notFull.await();
            }
            enqueue(new Node<>(e));
            before = count.getAndIncrement();
            if (before + 1 < capacity) {
                notFull.signal();
            }
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            signalNotEmpty();
        }
    }

    public boolean offer(E e) {
        if (count.get() == capacity) {
            return false;
        }
        int before = -1;
        putLock.lock();
        try {
            if (count.get() < capacity) {
                enqueue(new Node<>(e));
                before = count.getAndIncrement();
                if (before + 1 < capacity) {
                    notFull.signal();
                }
            }
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            signalNotEmpty();
        }
        return before >= 0;
    }

    public E take() throws InterruptedException {
        E e;
        int before;
        takeLock.lockInterruptibly();
        try {
            while (count.get() == 0) {
                notEmpty.await();
            }
            e = dequeue();
            before = count.getAndDecrement();
            if (before > 1) {
                notEmpty.signal();
            }
        } finally {
            takeLock.unlock();
        }
        if (before == capacity) {
            signalNotFull();
        }
        return e;
    }

    private void enqueue(Node<E> n) {
        last.next = n;
        last = n;
        put++;
    }

    private E dequeue() {
        Node<E> h = head;
        Node<E> first = h.next;
        h.next = h;
        head = first;
        E e = first.item;
        first.item = null;
        taken++;
        return e;
    }

    private void signalNotEmpty() {
        takeLock.lock();
        try {
            notEmpty.signal();
        } finally {
            takeLock.unlock();
        }
    }

    private void signalNotFull() {
        putLock.lock();
        try {
            notFull.signal();
        } finally {
            putLock.unlock();
        }
    }

    /** Removes everything. */
    public int drainTo(Consumer<? super E> sink) {
        int n = 0;
        fullyLock();
        try {
            while (count.get() > 0) {
                sink.accept(dequeue());
                count.decrementAndGet();
                n++;
            }
            notFull.signalAll();
        } finally {
            fullyUnlock();
        }
        return n;
    }

    private void fullyLock() {
        putLock.lock();
        takeLock.lock();
    }

    private void fullyUnlock() {
        takeLock.unlock();
        putLock.unlock();
    }

    public long passed() {
        fullyLock();
        try {
            return Math.min(put, taken);
        } finally {
            fullyUnlock();
        }
    }

    private static final class Node<E> {
        private E item;
        private Node<E> next;

        Node(E item) {
            this.item = item;
        }
    }
}
