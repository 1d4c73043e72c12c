package blob;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Template methods take the lock, the hooks of the subclasses do the work. */
abstract class AbstractStore<K, V> {
  private final Lock lock = new ReentrantLock();
  protected long bytes;
  protected int puts;

  final V put(K key, V value) {
    lock.lock();
    try {
      puts++;
      V old = doPut(key, value);
      bytes += sizeOf(value) - (old == null ? 0 : sizeOf(old));
      while (bytes > limit()) {
        bytes -= evictOne();
      }
      return old;
    } finally {
      lock.unlock();
    }
  }

  final V get(K key) {
    lock.lock();
    try {
      return doGet(key);
    } finally {
      lock.unlock();
    }
  }

  final <R> R exclusively(java.util.function.Supplier<R> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  protected abstract V doPut(K key, V value);

  protected abstract V doGet(K key);

  protected abstract long sizeOf(V value);

  protected abstract long evictOne();

  protected abstract long limit();
}
