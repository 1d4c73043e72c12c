package io.sluice;

/** A single-element buffer. */
class Slot<T> {
  private T value;
  private volatile int handedOver;
  private volatile boolean closed;

  synchronized void put(T v) throws InterruptedException {
    while (value != null && !closed) {
      wait();
    }
    if (!closed) {
      value = v;
      notifyAll();
    }
  }

  synchronized T take() throws InterruptedException {
    while (value == null && !closed) {
      wait();
    }
    T v = value;
    value = null;
    handedOver++;
    notifyAll();
    return v;
  }

  void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }

  int handedOver() {
    return handedOver;
  }
}
