package dev.lattice.sync;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** A lock that can be used as a resource. */
public final class Guard implements AutoCloseable {
  private final Semaphore permit = new Semaphore(1);

  public Guard enter() {
    permit.acquireUninterruptibly();
    return this;
  }

  @Override
  public void close() {
    permit.release();
  }

  public static <T> T with(Lock lock, Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  public static void run(Lock lock, Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }
}
