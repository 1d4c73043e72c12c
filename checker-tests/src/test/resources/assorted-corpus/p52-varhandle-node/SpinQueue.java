package org.jtools.conc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Treiber stack and counters on VarHandles, as inside of a concurrency library. */
public class SpinQueue<E> {
  private static final VarHandle HEAD;
  private static final VarHandle SIZE;
  private static final VarHandle MISSES;
  private static final VarHandle WAITERS;

  static {
    try {
      MethodHandles.Lookup l = MethodHandles.lookup();
      HEAD = l.findVarHandle(SpinQueue.class, "head", Node.class);
      SIZE = l.findVarHandle(SpinQueue.class, "size", int.class);
      MISSES = l.findVarHandle(SpinQueue.class, "misses", long.class);
      WAITERS = l.findVarHandle(SpinQueue.class, "waiters", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static final class Node<E> {
    final E item;
    Node<E> next;

    Node(E item) {
      this.item = item;
    }
  }

  private volatile Node<E> head;
  private volatile int size;
  private volatile long misses;
  private volatile int waiters;
  private volatile int clears;

  public void push(E item) {
    Node<E> n = new Node<>(item);
    Node<E> h;
    do {
      h = head;
      n.next = h;
    } while (!HEAD.compareAndSet(this, h, n));
    SIZE.getAndAdd(this, 1);
  }

  public E pop() {
    for (;;) {
      Node<E> h = head;
      if (h == null) {
        MISSES.setVolatile(this, (long) MISSES.getVolatile(this) + 1); // RACE atomic-compound
        return null;
      }
      if (HEAD.compareAndSet(this, h, h.next)) {
        SIZE.getAndAdd(this, -1);
        return h.item;
      }
    }
  }

  /** Unsafe although head is volatile. */
  public E popFast() {
    Node<E> h = head; // RACE atomic-compound #1
    if (h == null) {
      return null;
    }
    head = h.next; // RACE atomic-compound #1
    SIZE.getAndAdd(this, -1);
    return h.item;
  }

  public boolean enter(int max) {
    int w = (int) WAITERS.getAcquire(this);
    while (w < max) {
      int seen = (int) WAITERS.compareAndExchange(this, w, w + 1);
      if (seen == w) {
        return true;
      }
      w = seen;
    }
    return false;
  }

  public void leave() {
    WAITERS.getAndAdd(this, -1);
  }

  public Node<E> takeAll() {
    @SuppressWarnings("unchecked")
    Node<E> all = (Node<E>) HEAD.getAndSet(this, null);
    clears++; // RACE rmw
    return all;
  }

  public int size() {
    return size;
  }
}
