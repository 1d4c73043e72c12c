package net.hopline.routes;

import java.util.Arrays;
import java.util.function.Consumer;

/** Grows by copying; the array is its own lock. */
final class ListenerList<E> {
  private Object[] listeners = new Object[0];
  private volatile Consumer<? super E>[] fast;
  private int notified;

  void add(Consumer<? super E> c) {
    synchronized (listeners) {
      Object[] copy = Arrays.copyOf(listeners, listeners.length + 1); // RACE wrong-lock #1
      copy[copy.length - 1] = c;
      listeners = copy; // RACE wrong-lock #1
    }
  }

  synchronized void addFast(Consumer<? super E> c) {
    Consumer<? super E>[] old = fast;
    Consumer<? super E>[] copy = old == null ? array(1) : Arrays.copyOf(old, old.length + 1);
    copy[copy.length - 1] = c;
    fast = copy;
  }

  @SuppressWarnings("unchecked")
  private Consumer<? super E>[] array(int n) {
    return new Consumer[n];
  }

  void fire(E event) {
    Consumer<? super E>[] f = fast;
    if (f != null) {
      for (Consumer<? super E> c : f) {
        c.accept(event);
      }
    }
    synchronized (this) {
      notified++;
    }
  }

  synchronized int notified() {
    return notified;
  }
}
