package io.arbeit.pool;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the threads of a pool and knows how many of them are alive. */
class CountingThreadFactory implements ThreadFactory {
  private final String prefix;
  private int alive;
  private int died;

  CountingThreadFactory(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              alive++; // RACE rmw #1
              try {
                work.run();
              } finally {
                alive--; // RACE rmw #1
                died = died + 1; // RACE rmw
              }
            });
    thread.setName(prefix + "-" + thread.getId());
    thread.setDaemon(true);
    return thread;
  }

  int alive() {
    return alive;
  }

  int died() {
    return died;
  }
}

/** The number is taken atomically, the gauge goes up and down atomically. */
class GaugedThreadFactory implements ThreadFactory {
  private final AtomicInteger next = new AtomicInteger(1);
  private final AtomicInteger alive = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    return new Thread(() -> gauged(work), "gauged-" + next.getAndIncrement());
  }

  private void gauged(Runnable work) {
    alive.incrementAndGet();
    try {
      work.run();
    } finally {
      alive.decrementAndGet();
    }
  }

  int alive() {
    return alive.get();
  }
}
