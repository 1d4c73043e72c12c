package lf.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Treiber stack with an immutable spine; size travels in the nodes. */
public final class UndoStack<T> {
    private static final class Node<T> {
        final T value;
        final int size;
        Node<T> next;

        Node(T value, int size, Node<T> next) {
            this.value = value;
            this.size = size;
            this.next = next;
        }
    }

    private final AtomicReference<Node<T>> top = new AtomicReference<>();
    private final LongAdder contention = new LongAdder();

    public void push(T value) {
        Node<T> old = top.get();
        while (true) {
            Node<T> fresh = new Node<>(value, old == null ? 1 : old.size + 1, old);
            if (top.compareAndSet(old, fresh)) {
                return;
            }
            contention.increment();
            old = top.get();
        }
    }

    public T pop() {
        Node<T> old;
        int spins = 0;
        do {
            old = top.get();
            if (old == null) {
                return null;
            }
            if (spins++ > 0) {
                contention.increment();
            }
        } while (!top.compareAndSet(old, old.next));
        return old.value;
    }

    /** Takes everything at once. */
    public List<T> drain() {
        List<T> out = new ArrayList<>();
        int n = 0;
        for (Node<T> at = top.getAndSet(null); at != null; at = at.next) {
            out.add(at.value);
            n++;
        }
        assert n == out.size();
        return out;
    }

    public void pushAll(Iterable<T> values) {
        Node<T> first = null;
        Node<T> last = null;
        int n = 0;
        for (T v : values) {
            Node<T> node = new Node<>(v, ++n, null);
            if (first == null) {
                first = node;
            } else {
                last.next = node;
            }
            last = node;
        }
        if (first == null) {
            return;
        }
        Node<T> old;
        do {
            old = top.get();
            last.next = old;
        } while (!top.compareAndSet(old, first));
    }

    public int size() {
        Node<T> t = top.get();
        return t == null ? 0 : t.size;
    }

    public long contention() {
        return contention.sum();
    }
}
