package io.saumselig.lazy;

import java.util.function.Supplier;

/** A value that is computed at most once, whoever asks. */
final class Lazy<T> implements Supplier<T> {
  private Supplier<? extends T> source;
  private volatile boolean ready;
  private T value;

  Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  /** The volatile flag is written last and read first, so that it publishes the value. */
  @Override
  public T get() {
    if (!ready) {
      synchronized (this) {
        if (!ready) {
          value = source.get();
          source = null;
          ready = true;
        }
      }
    }
    return value;
  }
}

/** The same idea without the lock. */
final class HastyLazy<T> implements Supplier<T> {
  private Supplier<? extends T> source;
  private volatile boolean ready;
  private T value;

  HastyLazy(Supplier<? extends T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (!ready) { // RACE check-then-act #1
      value = source.get(); // RACE check-then-act #1
      source = null; // RACE check-then-act #1
      ready = true; // RACE check-then-act #1
    }
    return value;
  }
}
