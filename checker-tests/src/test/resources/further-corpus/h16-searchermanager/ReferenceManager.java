package searchermanager;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Utility class to safely share instances of a certain type across multiple threads, while
 * periodically refreshing them.
 */
public abstract class ReferenceManager<G> implements AutoCloseable {

  private static final String CLOSED = "this ReferenceManager is closed";

  protected volatile G current;

  private final Lock refreshLock = new ReentrantLock();
  private final List<RefreshListener> refreshListeners = new CopyOnWriteArrayList<>();
  private long generation;

  public interface RefreshListener {
    void beforeRefresh();

    void afterRefresh(boolean didRefresh);
  }

  protected abstract void decRef(G reference);

  protected abstract boolean tryIncRef(G reference);

  protected abstract G refreshIfNeeded(G referenceToRefresh);

  private synchronized void swapReference(G newReference) {
    if (current == null) {
      throw new IllegalStateException(CLOSED);
    }
    G oldReference = current;
    current = newReference;
    release(oldReference);
  }

  public final G acquire() {
    G ref;
    do {
      if ((ref = current) == null) {
        throw new IllegalStateException(CLOSED);
      }
      if (tryIncRef(ref)) {
        return ref;
      }
    } while (true);
  }

  public final void release(G reference) {
    decRef(reference);
  }

  @Override
  public final synchronized void close() {
    if (current != null) {
      G old = current;
      current = null;
      release(old);
    }
  }

  public final boolean maybeRefresh() {
    final boolean locked = refreshLock.tryLock();
    if (locked) {
      try {
        doMaybeRefresh();
      } finally {
        refreshLock.unlock();
      }
    }
    return locked;
  }

  public final void maybeRefreshBlocking() {
    refreshLock.lock();
    try {
      doMaybeRefresh();
    } finally {
      refreshLock.unlock();
    }
  }

  private void doMaybeRefresh() {
    boolean refreshed = false;
    final G reference = acquire();
    try {
      for (RefreshListener l : refreshListeners) {
        l.beforeRefresh();
      }
      G fresh = refreshIfNeeded(reference);
      if (fresh != null) {
        swapReference(fresh);
        generation++;
        refreshed = true;
      }
    } finally {
      release(reference);
      for (RefreshListener l : refreshListeners) {
        l.afterRefresh(refreshed);
      }
    }
  }

  public long generation() {
    refreshLock.lock();
    try {
      return generation;
    } finally {
      refreshLock.unlock();
    }
  }

  public void addListener(RefreshListener listener) {
    refreshListeners.add(listener);
  }
}
