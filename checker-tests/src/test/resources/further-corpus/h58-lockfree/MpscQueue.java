package lockfree;

import java.util.concurrent.atomic.AtomicReference;

/** Many producers, one consumer. */
public class MpscQueue<E> {

    private static final class Node<E> extends AtomicReference<Node<E>> {
        private static final long serialVersionUID = 1L;
        private E value;

        Node(E value) {
            this.value = value;
        }

        E take() {
            E v = value;
            value = null;
            return v;
        }
    }

    private final AtomicReference<Node<E>> producerNode;
    private Node<E> consumerNode;
    private long polled;

    public MpscQueue() {
        Node<E> stub = new Node<>(null);
        producerNode = new AtomicReference<>(stub);
        consumerNode = stub;
    }

    public boolean offer(E e) {
        Node<E> next = new Node<>(e);
        Node<E> prev = producerNode.getAndSet(next);
        prev.lazySet(next);
        return true;
    }

    /** To be called by the consumer thread only. */
    public E poll() {
        Node<E> next = consumerNode.get();
        if (next == null) {
            return null;
        }
        consumerNode = next;
        polled++;
        return next.take();
    }

    /** To be called by the consumer thread only. */
    public long polled() {
        return polled;
    }
}
