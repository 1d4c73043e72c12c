package k08;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Shares one reader between search threads and swaps it when the refresh thread finds a new one. */
public class ReaderManager {
  private volatile RefCountedReader current;
  private final Lock refreshLock = new ReentrantLock();
  private final Supplier<RefCountedReader> opener;
  private long refreshes;

  public ReaderManager(Supplier<RefCountedReader> opener) {
    this.opener = opener;
    this.current = opener.get();
  }

  public RefCountedReader acquire() {
    RefCountedReader ref;
    do {
      if ((ref = current) == null) {
        throw new IllegalStateException("this manager is closed");
      }
    } while (!ref.tryIncRef());
    return ref;
  }

  public void release(RefCountedReader r) {
    r.decRef();
  }

  private synchronized void swap(RefCountedReader next) {
    RefCountedReader old = current;
    current = next;
    old.decRef();
  }

  public boolean maybeRefresh() {
    if (!refreshLock.tryLock()) {
      return false;
    }
    try {
      swap(opener.get());
      refreshes++;
      return true;
    } finally {
      refreshLock.unlock();
    }
  }

  public long refreshes() {
    refreshLock.lock();
    try {
      return refreshes;
    } finally {
      refreshLock.unlock();
    }
  }
}
