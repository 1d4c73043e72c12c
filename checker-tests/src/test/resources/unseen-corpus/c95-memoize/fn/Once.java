package fn;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A value made by the first comer; the others wait for it. */
final class Once<T> {
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CountDownLatch made = new CountDownLatch(1);
  private final Supplier<? extends T> source;
  private T value;
  private int makings;

  Once(Supplier<? extends T> source) {
    this.source = source;
  }

  T get() throws InterruptedException {
    if (claimed.compareAndSet(false, true)) {
      makings++;
      value = source.get();
      made.countDown();
    } else {
      made.await();
    }
    return value;
  }
}

/** The classic with a null-safe local. */
final class Lazy<T> {
  private volatile T value;
  private Supplier<? extends T> source;

  Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  T get() {
    T v = value;
    if (v != null) {
      return v;
    }
    synchronized (this) {
      v = value;
      if (v == null) {
        value = v = source.get();
        source = null;
      }
      return v;
    }
  }
}
