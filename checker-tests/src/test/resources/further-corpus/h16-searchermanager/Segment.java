package searchermanager;

import java.util.concurrent.atomic.AtomicInteger;

/** A reference counted piece of an index. */
public class Segment {

  private final AtomicInteger refCount = new AtomicInteger(1);
  private final int version;
  private volatile boolean disposed;

  Segment(int version) {
    this.version = version;
  }

  int version() {
    return version;
  }

  boolean tryIncRef() {
    int count;
    while ((count = refCount.get()) > 0) {
      if (refCount.compareAndSet(count, count + 1)) {
        return true;
      }
    }
    return false;
  }

  void decRef() {
    int rc = refCount.decrementAndGet();
    if (rc == 0) {
      disposed = true;
    } else if (rc < 0) {
      throw new IllegalStateException("too many decRef calls: refCount is " + rc);
    }
  }

  boolean isDisposed() {
    return disposed;
  }
}
