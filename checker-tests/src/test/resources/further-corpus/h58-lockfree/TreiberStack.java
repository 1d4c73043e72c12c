package lockfree;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A non-blocking stack. */
public class TreiberStack<E> {

    private static final class Node<E> {
        final E item;
        Node<E> next;
        int height;

        Node(E item) {
            this.item = item;
        }
    }

    private final AtomicReference<Node<E>> top = new AtomicReference<>();
    private final AtomicInteger contention = new AtomicInteger();

    public void push(E item) {
        Node<E> newHead = new Node<>(item);
        Node<E> oldHead;
        do {
            oldHead = top.get();
            newHead.next = oldHead;
            newHead.height = oldHead == null ? 1 : oldHead.height + 1;
        } while (!top.compareAndSet(oldHead, newHead));
    }

    public E pop() {
        while (true) {
            Node<E> oldHead = top.get();
            if (oldHead == null) {
                return null;
            }
            if (top.compareAndSet(oldHead, oldHead.next)) {
                return oldHead.item;
            }
            contention.incrementAndGet();
        }
    }

    public int size() {
        Node<E> n = top.get();
        return n == null ? 0 : n.height;
    }

    public TreiberStack<E> takeAll() {
        TreiberStack<E> other = new TreiberStack<>();
        other.top.set(top.getAndSet(null));
        return other;
    }
}
