package io.sluice;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sits between a fast producer side and a slow consumer side, many threads on each. */
public class Valve<T> {
  private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
  private final Upstream upstream;
  private final int high;
  private final int low;
  private volatile int pending;
  private volatile boolean paused;
  private final AtomicLong passed = new AtomicLong();
  private final AtomicInteger demand = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();

  public Valve(Upstream upstream, int high, int low) {
    this.upstream = upstream;
    this.high = high;
    this.low = low;
  }

  public void offer(T item) {
    queue.add(item);
    pending += 1; // RACE rmw
    if (pending > high && !paused) { // RACE check-then-act #1
      paused = true; // RACE check-then-act #1
      upstream.pause();
    }
  }

  public T poll() {
    T item = queue.poll();
    if (item == null) {
      return null;
    }
    passed.incrementAndGet();
    pending -= 1; // RACE rmw
    if (pending < low) {
      resume();
    }
    return item;
  }

  private synchronized void resume() {
    paused = false;
    upstream.resume();
  }

  /** Adds to the demand without overflowing. */
  public void request(int n) {
    int now;
    int next;
    do {
      now = demand.get();
      next = now + n < 0 ? Integer.MAX_VALUE : now + n;
    } while (!demand.compareAndSet(now, next));
  }

  public boolean tryConsume() {
    return demand.getAndUpdate(d -> d > 0 ? d - 1 : 0) > 0;
  }

  public void drain(Executor executor, java.util.function.Consumer<? super T> sink) {
    if (!draining.compareAndSet(false, true)) {
      return;
    }
    executor.execute(() -> {
      try {
        for (T t; (t = queue.poll()) != null;) {
          sink.accept(t);
        }
      } finally {
        draining.set(false);
      }
    });
  }

  public interface Upstream {
    void pause();

    void resume();
  }
}
