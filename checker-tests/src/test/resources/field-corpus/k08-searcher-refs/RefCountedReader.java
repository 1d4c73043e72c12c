package k08;

import java.util.concurrent.atomic.AtomicInteger;

public abstract class RefCountedReader implements AutoCloseable {
  private final AtomicInteger refCount = new AtomicInteger(1);
  private volatile boolean closed;

  public final boolean tryIncRef() {
    int count;
    while ((count = refCount.get()) > 0) {
      if (refCount.compareAndSet(count, count + 1)) {
        return true;
      }
    }
    return false;
  }

  public final void decRef() {
    final int rc = refCount.decrementAndGet();
    if (rc == 0) {
      closed = true;
      doClose();
    } else if (rc < 0) {
      throw new IllegalStateException("too many decRef calls: refCount is " + rc + " after decrement");
    }
  }

  protected abstract void doClose();

  @Override
  public final synchronized void close() {
    if (!closed) {
      decRef();
      closed = true;
    }
  }
}
