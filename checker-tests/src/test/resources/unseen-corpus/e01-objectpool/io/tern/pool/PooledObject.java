package io.tern.pool;

import java.util.concurrent.atomic.AtomicReference;

/** Wrapper that tracks the allocation state of a pooled object. */
public final class PooledObject<T> {
  enum State { FRESH, IDLE, BORROWED, DEAD }

  private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);
  private final T object;
  private volatile long since = System.nanoTime();

  PooledObject(T object) {
    this.object = object;
  }

  boolean markBorrowed() {
    return state.compareAndSet(State.IDLE, State.BORROWED) || state.compareAndSet(State.FRESH, State.BORROWED);
  }

  /** Called by whoever holds the object; only one of several calls wins. */
  boolean markIdle() {
    if (state.compareAndSet(State.BORROWED, State.IDLE)) {
      since = System.nanoTime();
      return true;
    }
    return false;
  }

  long idleNanos() {
    return System.nanoTime() - since;
  }

  public T get() {
    return object;
  }
}
