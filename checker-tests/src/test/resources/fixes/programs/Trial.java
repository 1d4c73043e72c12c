package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Runs one action on many threads at once. */
final class Trial {
  static final int THREADS = 4;
  static final int TURNS = 4_000;
  static final int TOTAL = THREADS * TURNS;

  private Trial() {}

  /** Calls {@code action} with each number below {@link #TOTAL} once, on several threads. */
  static void race(IntConsumer action) {
    CountDownLatch ready = new CountDownLatch(THREADS);
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < THREADS; worker++) {
      int first = worker;
      Thread thread =
          new Thread(
              () -> {
                ready.countDown();
                awaitAll(ready);
                for (int i = first; i < TOTAL; i += THREADS) {
                  action.accept(i);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
