package io.rivulet.ops;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Queue-drain: whoever raises the work counter from zero emits for all others. */
final class MergeSubscriber<T> implements Subscription {
  private final Subscriber<? super T> downstream;
  private final Queue<T> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger wip = new AtomicInteger();
  private final AtomicLong requested = new AtomicLong();
  private final AtomicReference<Throwable> error = new AtomicReference<>();
  private final AtomicInteger active = new AtomicInteger();
  private volatile boolean cancelled;
  private volatile boolean done;

  // only inside drainLoop()
  private long emitted;
  private int batches;
  private T last;

  MergeSubscriber(Subscriber<? super T> downstream, int sources) {
    this.downstream = downstream;
    this.active.set(sources);
  }

  void innerNext(T value) {
    queue.offer(value);
    drain();
  }

  void innerError(Throwable t) {
    error.compareAndSet(null, t);
    done = true;
    drain();
  }

  void innerComplete() {
    if (active.decrementAndGet() == 0) {
      done = true;
      drain();
    }
  }

  @Override
  public void request(long n) {
    for (;;) {
      long r = requested.get();
      if (r == Long.MAX_VALUE) {
        return;
      }
      long u = r + n;
      if (u < 0) {
        u = Long.MAX_VALUE;
      }
      if (requested.compareAndSet(r, u)) {
        break;
      }
    }
    drain();
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (wip.getAndIncrement() == 0) {
      queue.clear();
    }
  }

  private void drain() {
    if (wip.getAndIncrement() != 0) {
      return;
    }
    drainLoop();
  }

  private void drainLoop() {
    int missed = 1;
    for (;;) {
      long r = requested.get();
      long e = emitted;
      while (e != r) {
        if (cancelled) {
          queue.clear();
          return;
        }
        boolean d = done;
        T v = queue.poll();
        if (v == null) {
          if (d) {
            finish();
            return;
          }
          break;
        }
        last = v;
        downstream.onNext(v);
        e++;
      }
      emitted = e;
      batches++;
      missed = wip.addAndGet(-missed);
      if (missed == 0) {
        break;
      }
    }
  }

  private void finish() {
    Throwable t = error.get();
    if (t != null) {
      downstream.onError(t);
    } else {
      downstream.onComplete();
    }
  }
}
