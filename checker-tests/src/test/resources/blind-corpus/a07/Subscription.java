package dev.ripple.bus;

import java.util.function.Consumer;

public final class Subscription<E> {
  private final Class<E> type;
  private final Consumer<? super E> handler;
  private long delivered;
  private RuntimeException lastFailure;
  private int failures;

  Subscription(Class<E> type, Consumer<? super E> handler) {
    this.type = type;
    this.handler = handler;
  }

  void deliver(Object event) {
    try {
      handler.accept(type.cast(event));
      delivered++; // RACE rmw
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private synchronized void failed(RuntimeException e) {
    lastFailure = e;
    failures++;
  }

  public synchronized String health() {
    return failures == 0 ? "ok" : failures + " failures, last " + lastFailure;
  }

  public Class<E> type() {
    return type;
  }

  public long delivered() {
    return delivered;
  }
}
