package io.palimpsest.store;

import java.util.concurrent.atomic.AtomicReference;

/** Lock-free stack of reusable nodes' values. */
final class TreiberPool<T> {
  private static final class Node<T> {
    final T item;
    Node<T> next;
    int depth;

    Node(T item) {
      this.item = item;
    }
  }

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  void push(T item) {
    Node<T> n = new Node<>(item);
    Node<T> old;
    do {
      old = top.get();
      n.next = old;
      n.depth = old == null ? 1 : old.depth + 1;
    } while (!top.compareAndSet(old, n));
  }

  T pop() {
    Node<T> old = top.get();
    while (old != null && !top.compareAndSet(old, old.next)) {
      old = top.get();
    }
    return old == null ? null : old.item;
  }

  int depth() {
    Node<T> n = top.get();
    return n == null ? 0 : n.depth;
  }
}
