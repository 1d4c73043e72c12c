package org.oath.async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A result that is set once. */
public final class Promise<T> {
  private static final Object NONE = new Object();

  private final AtomicReference<Object> result = new AtomicReference<>(NONE);
  private final List<Consumer<T>> callbacks = new ArrayList<>();
  private boolean fired;
  private volatile int listeners;

  @SuppressWarnings("unchecked")
  public boolean complete(T value) {
    if (!result.compareAndSet(NONE, value)) {
      return false;
    }
    List<Consumer<T>> run;
    synchronized (callbacks) {
      fired = true;
      run = new ArrayList<>(callbacks);
      callbacks.clear();
    }
    run.forEach(c -> c.accept(value));
    return true;
  }

  @SuppressWarnings("unchecked")
  public void onComplete(Consumer<T> c) {
    synchronized (callbacks) {
      listeners++;
      if (!fired) {
        callbacks.add(c);
        return;
      }
    }
    c.accept((T) result.get());
  }

  public void onComplete(Consumer<T> c, Executor e) {
    onComplete(v -> e.execute(() -> c.accept(v)));
  }

  public int listeners() {
    return listeners;
  }
}
