package stack;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Lock-free stack with a bound. Thread-safe. */
public class BoundedStack<E> {

    private final AtomicReference<Node<E>> top = new AtomicReference<>();
    private final AtomicInteger permits;

    public BoundedStack(int capacity) {
        permits = new AtomicInteger(capacity);
    }

    public boolean push(E e) {
        if (!takePermit()) {
            return false;
        }
        Node<E> n = new Node<>(e);
        Node<E> old;
        do {
            old = top.get();
            n.next = old;
            n.depth = old == null ? 1 : old.depth + 1;
        } while (!top.compareAndSet(old, n));
        return true;
    }

    private boolean takePermit() {
        for (int p = permits.get(); p > 0; p = permits.get()) {
            if (permits.compareAndSet(p, p - 1)) {
                return true;
            }
        }
        return false;
    }

    public E pop() {
        while (true) {
            Node<E> n = top.get();
            if (n == null) {
                return null;
            }
            if (top.compareAndSet(n, n.next)) {
                permits.getAndIncrement();
                return n.item;
            }
        }
    }

    /** Takes everything off at once; the chain belongs to the caller then. */
    public int drain(java.util.function.Consumer<? super E> sink) {
        Node<E> n = top.getAndSet(null);
        int count = 0;
        Node<E> reversed = null;
        while (n != null) {
            Node<E> next = n.next;
            n.next = reversed;
            reversed = n;
            n = next;
            count++;
        }
        for (Node<E> r = reversed; r != null; r = r.next) {
            sink.accept(r.item);
        }
        permits.addAndGet(count);
        return count;
    }

    public int depth() {
        Node<E> n = top.get();
        return n == null ? 0 : n.depth;
    }

    private static final class Node<E> {
        private final E item;
        private Node<E> next;
        private int depth;

        Node(E item) {
            this.item = item;
        }
    }
}
