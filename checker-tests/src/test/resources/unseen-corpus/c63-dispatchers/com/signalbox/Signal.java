package com.signalbox;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** An observable value. */
public class Signal<T> {
  private final Dispatcher dispatcher;
  private final String name;
  private volatile T value;
  private volatile int changes;

  public Signal(Dispatcher dispatcher, String name, T initial) {
    this.dispatcher = dispatcher;
    this.name = name;
    this.value = initial;
  }

  public T get() {
    return value;
  }

  /** Every thread may transform the value. */
  public void update(UnaryOperator<T> f) {
    T next = f.apply(value); // RACE rmw #2
    value = next; // RACE rmw #2
    dispatcher.fire(name, next);
  }

  public void set(T next) {
    Objects.requireNonNull(next);
    value = next;
    synchronized (dispatcher) {
      changes++;
    }
    dispatcher.fire(name, next);
  }

  public int changes() {
    return changes;
  }
}
