package com.copperline.lib;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A value that can only be reached with its lock held. */
public final class Guarded<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private T value;
  private int accesses;

  public Guarded(T value) {
    this.value = value;
  }

  /** Runs the action on the value, under the lock. */
  public void with(Consumer<? super T> action) {
    lock.lock();
    try {
      accesses++;
      action.accept(value);
    } finally {
      lock.unlock();
    }
  }

  public <R> R map(Function<? super T, R> function) {
    lock.lock();
    try {
      accesses++;
      return function.apply(value);
    } finally {
      lock.unlock();
    }
  }

  public void update(UnaryOperator<T> operator) {
    lock.lock();
    try {
      value = operator.apply(value);
    } finally {
      lock.unlock();
    }
  }
}
