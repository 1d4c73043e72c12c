package org.oath.async;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The first caller runs the body, all others wait for its end. */
public final class Once {
  private static final int NEW = 0;
  private static final int RUNNING = 1;
  private static final int DONE = 2;

  private final AtomicInteger state = new AtomicInteger(NEW);
  private final CountDownLatch end = new CountDownLatch(1);
  private long runs;

  public void run(Runnable body) throws InterruptedException {
    if (state.get() == DONE) {
      return;
    }
    if (state.compareAndSet(NEW, RUNNING)) {
      try {
        runs++;
        body.run();
      } finally {
        state.set(DONE);
        end.countDown();
      }
    } else {
      end.await();
    }
  }

  public long runs() throws InterruptedException {
    end.await();
    return runs;
  }
}
