package org.deepfreeze.copy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;

/** Persistent stack and friends: every change is one compare-and-set. */
final class Cell<T> {
  private record Node<T>(T value, Node<T> next, int depth) {}

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<Cell, Node> TOP =
      AtomicReferenceFieldUpdater.newUpdater(Cell.class, Node.class, "top");

  private volatile Node<T> top;
  private final AtomicLong pushes = new AtomicLong();
  private final AtomicReference<T> peak = new AtomicReference<>();
  private final AtomicLong deepest = new AtomicLong();

  int push(T value) {
    Node<T> old;
    Node<T> fresh;
    do {
      old = top;
      fresh = new Node<>(value, old, old == null ? 1 : old.depth() + 1);
    } while (!TOP.compareAndSet(this, old, fresh));
    pushes.incrementAndGet();
    long d = fresh.depth();
    long seen = deepest.get();
    while (d > seen && !deepest.compareAndSet(seen, d)) {
      seen = deepest.get();
    }
    return fresh.depth();
  }

  T pop() {
    while (true) {
      Node<T> old = top;
      if (old == null) {
        return null;
      }
      if (TOP.compareAndSet(this, old, old.next())) {
        return old.value();
      }
    }
  }

  T replace(UnaryOperator<T> f) {
    T before = peak.get();
    for (;;) {
      T after = f.apply(before);
      T witness = peak.compareAndExchange(before, after);
      if (witness == before) {
        return after;
      }
      before = witness;
    }
  }

  boolean initialise(T value) {
    return peak.get() == null && peak.compareAndSet(null, value);
  }

  long average() {
    long n = pushes.get();
    if (n > 0) {
      return deepest.get() / n;
    }
    return 0;
  }

  int size() {
    int n = 0;
    for (Node<T> c = top; c != null; c = c.next()) {
      n++;
    }
    return n;
  }
}
